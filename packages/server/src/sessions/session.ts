import type { CustomerId } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import type { Theme } from "../themes.ts";
import type { Locale } from "../words/locale.ts";

/** Who looks, and what is theirs: a customer whom a panel has vouched for. */
export type Viewer = {
  readonly customer: CustomerId;
  readonly server: string;
  readonly account: string;
  readonly locale: Locale;
  readonly theme: Theme;
  /** Where the way back to the panel leads. */
  readonly returnTo?: string;
};

/** What a browser is allowed from its sign-on until it ends. */
export type Session<Who = Viewer> = {
  readonly viewer: Who;
  /** Comes back with every form of this session, and from nowhere else. */
  readonly csrf: string;
  readonly expiresAt: Instant;
};

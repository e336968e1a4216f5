import type { Place } from "../console/places.ts";
import type { Staff } from "../console/staff.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { Session } from "../sessions/session.ts";
import type { Theme } from "../themes.ts";
import type { Vocabulary } from "../words/vocabulary.ts";

/** What surrounds every page. */
export type Frame = {
  readonly settings: Pick<ServerSettings, "brand">;
  readonly words: Vocabulary;
  readonly theme: Theme;
  /** Of the panel that signed this browser on. */
  readonly session: Session | undefined;
  /** What comes back with every form, where another session than the panel's counts. */
  readonly csrf?: string;
  /** Where this page is, for the chooser of languages; nothing where a page cannot be shown a second time. */
  readonly here?: string;
  /** Where a form ends that session. */
  readonly leave?: string;
  /** Around the pages of the partner's console. */
  readonly console?: { readonly staff: Staff; readonly places: readonly Place[] };
};

/** One page: which template shows which model. */
export type Page = {
  readonly template: string;
  readonly title: string;
  readonly model: object;
  /** While true, the page comes again by itself where there is no script. */
  readonly isLive?: boolean;
  /** Where to hear that there is something new on it. */
  readonly changes?: string;
};

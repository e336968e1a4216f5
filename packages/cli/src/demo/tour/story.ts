import type { CustomerId, HostId, MethodChoice, Organisation, SiteId } from "@hostseal/core";
import type { React } from "../live-on.ts";
import type { Demo } from "../world/start-demo.ts";

/** One order of the tour: what is wished for, and what happens on the way. */
export type Story = {
  readonly title: string;
  readonly intro: string;
  readonly product: string;
  readonly years: number;
  /** As people write them. */
  readonly names: readonly string[];
  readonly site: SiteId;
  /** Where the site lives, and whose it is; on the panel when not said. */
  readonly home?: { readonly host: HostId; readonly customer: CustomerId };
  readonly methods?: Readonly<Record<string, MethodChoice>>;
  readonly organisation?: Organisation;
  /** What is arranged after the draft was examined and before it is confirmed. */
  readonly arrange?: (demo: Demo) => void;
  /** What somebody does about a wait, beside the owner of the site. */
  readonly react?: (demo: Demo) => React;
};

import type { RequestListener } from "node:http";
import type { Secret } from "@hostseal/pki";

/** A panel over the demo world's ground: real zones, real document roots, and real TLS listeners below it. */
export type PanelDouble = {
  /** The panel's API, and the pages a browser would see. */
  readonly listener: RequestListener;
  /** What the demo world's account `harbour` logs in with, in the form the adapter wants. */
  readonly credential: Secret;
  /** One that was never given out. */
  readonly strangeCredential: Secret;
  /** One that may do everything but install, with the permission as the panel calls it. */
  withoutPermission(): { readonly credential: Secret; readonly permission: string };
  /** How the panel calls a site that the demo world calls `webspace`. */
  siteOf(webspace: string): string;
  /** What the panel keeps beside the ground: keys, stored certificates, settings. */
  kept(): Readonly<Record<string, unknown>>;
};

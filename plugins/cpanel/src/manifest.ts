import { can, type HostManifest } from "@hostseal/core";

/** What a feature list may still take away is found by `examine`, by the feature's name. */
export const manifest: HostManifest = {
  id: "cpanel",
  title: "cPanel & WHM",
  capabilities: { zone: can, webroot: can, keys: can },
};

import { can, type HostManifest } from "@hostseal/core";

/** All of it needs the module on the panel's server; `examine` says so where it is missing. */
export const virtualminManifest: HostManifest = {
  id: "virtualmin",
  title: "Virtualmin",
  capabilities: { zone: can, webroot: can, keys: can },
};

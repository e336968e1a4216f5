import { can, cannot, type HostManifest } from "@hostseal/core";

export const manifest: HostManifest = {
  id: "directadmin",
  title: "DirectAdmin",
  capabilities: {
    zone: can,
    webroot: can,
    keys: cannot(
      "DirectAdmin gives out every key it makes, so a key made there is no better kept; Hostseal makes the key and brings it along",
    ),
  },
};

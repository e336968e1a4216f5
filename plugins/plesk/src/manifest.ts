import { can, type HostManifest } from "@hostseal/core";

export const manifest: HostManifest = {
  id: "plesk",
  title: "Plesk Obsidian",
  capabilities: { zone: can, webroot: can, keys: can },
};

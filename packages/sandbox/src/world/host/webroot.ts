import type { Site, Webroot } from "@hostseal/core";
import { covers } from "@hostseal/rules";
import type { PanelClient } from "./panel-client.ts";
import { webspacePath } from "./paths.ts";
import { nothing } from "./wire.ts";

export const createWebroot = (panel: PanelClient, sites: () => Promise<readonly Site[]>): Webroot => ({
  siteFor: async (name) => {
    const all = await sites();
    const exact = all.find(({ names }) => names.includes(name));
    return (exact ?? all.find(({ names }) => names.some((pattern) => covers(pattern, name))))?.id;
  },
  publish: async (site, path, content) => {
    const body = { path, content };
    await panel({ method: "PUT", path: webspacePath(site, "files"), body, site }, nothing);
  },
  withdraw: async (site, path) => {
    await panel({ method: "DELETE", path: webspacePath(site, "files"), query: { path }, site }, nothing);
  },
});

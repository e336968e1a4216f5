import type { Site, Webroot } from "@hostseal/core";
import type { Call } from "./moods.ts";

/** The files below the document root of a site. */
export const createSimulatedWebroot = (site: Site, call: Call) => {
  const files = new Map<string, string>();
  const answers = (name: string): boolean => site.names.some((one) => one === name);
  const port: Webroot = {
    siteFor: (name) => call(() => (answers(name) ? site.id : undefined)),
    publish: (_site, path, body) =>
      call(() => {
        files.set(path, body);
      }),
    withdraw: (_site, path) =>
      call(() => {
        files.delete(path);
      }),
  };
  return {
    port,
    count: () => files.size,
    file: (name: string, path: string): string | undefined => (answers(name) ? files.get(path) : undefined),
  };
};

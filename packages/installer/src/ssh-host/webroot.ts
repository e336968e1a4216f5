import { asId, failure, type SiteId, type Webroot } from "@hostseal/core";
import type { Reached } from "../apply/index.ts";
import type { WebServerConfig } from "../plan/index.ts";
import { publishScript, type WellKnownFile, withdrawScript } from "../script/index.ts";
import { converse } from "./converse.ts";
import { nameOf } from "./plan-on.ts";

export type FacetPorts = {
  readonly host: string;
  readonly reaching: <Result>(work: (reached: Reached) => Promise<Result>) => Promise<Result>;
  readonly read: (reached: Reached) => Promise<WebServerConfig>;
};

const PATH = /^\/\.well-known(?:\/[\w-][\w.-]*)+$/;

/** Folders and name of a path, which has to lie below `/.well-known/`. */
const splitPath = (host: string, path: string): Pick<WellKnownFile, "folders" | "name"> => {
  if (!PATH.test(path)) throw failure("host.refused", { host, because: "only files below /.well-known/ are written" });
  const parts = path.slice(1).split("/");
  return { folders: parts.slice(0, -1), name: parts.at(-1) ?? "" };
};

/** The folder from which the site answers over plain HTTP, as a CA asks. */
const rootOf = (host: string, config: WebServerConfig, site: SiteId): string => {
  const root = config.plainRootOf(nameOf(host, config, site));
  if (root !== undefined) return root;
  throw failure("host.refused", { host, because: `${site} has no document root of its own on port 80` });
};

/** Validation files below the document roots of the sites. */
export const createWebroot = ({ host, reaching, read }: FacetPorts): Webroot => ({
  siteFor: async (name) => {
    const first = (await reaching(read)).siteFor(name);
    return first === undefined ? undefined : asId<SiteId>(first);
  },
  publish: async (site, path, body) => {
    const where = splitPath(host, path);
    await reaching(async (reached) => {
      const file = { ...where, root: rootOf(host, await read(reached), site) };
      const bytes = Buffer.from(body);
      const heard = await converse(reached, (marker) => publishScript(file, bytes.length, marker), bytes);
      if (heard.some((message) => message.kind === "word" && message.word === "published")) return;
      throw failure("host.refused", { host, because: `something is in the way of ${path} below ${file.root}` });
    });
  },
  withdraw: async (site, path) => {
    const where = splitPath(host, path);
    await reaching(async (reached) => {
      const file = { ...where, root: rootOf(host, await read(reached), site) };
      await converse(reached, (marker) => withdrawScript(file, marker));
    });
  },
});

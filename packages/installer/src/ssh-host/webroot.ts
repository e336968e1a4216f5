import { asId, failure, type SiteId, type Webroot } from "@hostseal/core";
import type { Reached } from "../apply/index.ts";
import type { WebServerConfig } from "../plan/index.ts";
import { publishRequest, type WellKnownFile, withdrawRequest } from "../script/index.ts";
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

const wellKnownFile = (
  host: string,
  config: WebServerConfig,
  { site, path }: { readonly site: SiteId; readonly path: string },
): WellKnownFile => ({
  ...splitPath(host, path),
  root: rootOf(host, config, site),
  server: config.facts.server.commands.server,
});

/** Validation files below the document roots of the sites. */
export const createWebroot = ({ host, reaching, read }: FacetPorts): Webroot => ({
  siteFor: async (name) => {
    const first = (await reaching(read)).siteFor(name);
    return first === undefined ? undefined : asId<SiteId>(first);
  },
  publish: async (site, path, body) => {
    splitPath(host, path);
    await reaching(async (reached) => {
      const file = wellKnownFile(host, await read(reached), { site, path });
      const bytes = Buffer.from(body);
      const heard = await converse(reached, publishRequest(file, bytes.length), bytes);
      if (heard.some((message) => message.kind === "word" && message.word === "published")) return;
      throw failure("host.refused", { host, because: `something is in the way of ${path} below ${file.root}` });
    });
  },
  withdraw: async (site, path) => {
    splitPath(host, path);
    await reaching(async (reached) => {
      const file = wellKnownFile(host, await read(reached), { site, path });
      await converse(reached, withdrawRequest(file));
    });
  },
});

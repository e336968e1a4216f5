import { createHash } from "node:crypto";
import { failure, type Site, type Webroot } from "@hostseal/core";
import { siteAnswering } from "@hostseal/panel";
import type { Agent } from "./api/agent.ts";
import { runErrand } from "./api/extension.ts";
import { file } from "./wire.ts";

/** Nothing a CA asks for has other characters, and without a leading dot no step leads upwards. */
const PATH = /^\/\.well-known(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

type Wish = { readonly agent: Agent; readonly account: string; readonly sites: () => Promise<readonly Site[]> };

/** Validation files through our extension, which writes as the owner of the site. */
export const createWebroot = ({ agent, account, sites }: Wish): Webroot => {
  const refused = (because: string) => failure("host.refused", { host: agent.host, because });
  const checked = (path: string): string => {
    if (PATH.test(path)) return path;
    throw refused("only files below /.well-known/ can be written");
  };

  return {
    siteFor: async (name) => siteAnswering(await sites(), name)?.id,
    publish: async (site, path, body) => {
      const parameters = { account, site, path: checked(path), body: Buffer.from(body).toString("base64") };
      const lies = await runErrand(agent, { errand: "put-file", site, parameters, schema: file });
      if (lies.sha256 !== sha256(body)) throw refused("the file that lies there is not the one that was written");
    },
    withdraw: async (site, path) => {
      const parameters = { account, site, path: checked(path) };
      const lies = await runErrand(agent, { errand: "remove-file", site, parameters, schema: file });
      if (lies.sha256 !== "") throw refused("the file is still there after it was removed");
    },
  };
};

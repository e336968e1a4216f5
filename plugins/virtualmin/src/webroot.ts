import { createHash } from "node:crypto";
import { failure, type SiteId, type Webroot } from "@hostseal/core";
import { siteAnswering, toValidationFile } from "@hostseal/panel";
import { readDomains, toSites } from "./domains.ts";
import type { Remote } from "./remote.ts";
import { file } from "./wire.ts";

/** Files through the module, which writes them as the domain's own user and reads them again. */
export const createWebroot = (remote: Remote, account: string): Webroot => {
  const refused = (because: string) => failure("host.refused", { host: remote.host, because });

  const put = async (site: SiteId, path: string, fields: Readonly<Record<string, string>>): Promise<string | null> => {
    toValidationFile(path, remote.host);
    const call = { program: "hostseal-file", fields: { domain: site, owner: account, path, ...fields }, site };
    return (await remote.runOwn(call, file)).sha256;
  };

  return {
    siteFor: async (name) => siteAnswering(toSites(await readDomains(remote, account)), name)?.id,
    publish: async (site, path, body) => {
      const written = await put(site, path, { body: `base64:${Buffer.from(body).toString("base64")}` });
      if (written !== createHash("sha256").update(body).digest("hex")) throw refused("another file is there instead");
    },
    withdraw: async (site, path) => {
      if ((await put(site, path, { remove: "" })) !== null) throw refused("the file is still there");
    },
  };
};

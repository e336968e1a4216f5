import { posix } from "node:path";
import { failure, type Random, type SiteId, type Webroot } from "@hostseal/core";
import { siteAnswering, toValidationFile, type ValidationFile } from "@hostseal/panel";
import type { CpanelClient } from "../client.ts";
import { deleteFile, saveFile } from "./files.ts";
import { findVhost, listVhosts } from "../site/sites.ts";
import { majorOf, readVersion } from "../software.ts";

export type WebrootDeps = { readonly random: Random };

/** The document root below the account's home, which is where the panel counts from. */
const rootOf = async (client: CpanelClient, site: SiteId): Promise<string> => {
  const { home, documentRoot } = await findVhost(client, site);
  const below = posix.relative(home, documentRoot);
  if (!below.startsWith("..")) return below;
  throw failure("host.refused", { host: client.host, because: `the document root of ${site} is not in its home` });
};

/** Validation files below the document roots; how they are written depends on the version. */
export const createWebroot = (client: CpanelClient, { random }: WebrootDeps): Webroot => {
  let known: number | undefined;
  const major = async (): Promise<number> => (known ??= majorOf(await readVersion(client)));

  const locate = async (site: SiteId, { folders, name }: ValidationFile) => {
    const root = await rootOf(client, site);
    return { root, folders, name, major: await major() };
  };

  return {
    siteFor: async (name) =>
      siteAnswering(
        (await listVhosts(client)).map(({ site }) => site),
        name,
      )?.id,
    publish: async (site, path, body) => {
      const file = toValidationFile(path, client.host);
      await saveFile(client, {
        ...(await locate(site, file)),
        body,
        boundary: Buffer.from(random.bytes(18)).toString("hex"),
      });
    },
    withdraw: async (site, path) => {
      const file = toValidationFile(path, client.host);
      await deleteFile(client, await locate(site, file));
    },
  };
};

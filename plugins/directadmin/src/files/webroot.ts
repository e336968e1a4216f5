import { asId, failure, type SiteId, type Webroot } from "@hostseal/core";
import { toValidationFile } from "@hostseal/panel";
import type { DomainName } from "@hostseal/rules";
import { domainsOf, pointersOf, subdomainsOf } from "../account/domains.ts";
import type { Client } from "../api/client.ts";
import { documentRootOf } from "./document-root.ts";
import type { FileSpace } from "./file-space.ts";

const isNamed = (name: string, wanted: string): boolean => wanted === name || wanted === `www.${name}`;

/** The subdomain that answers, in the form `documentRootOf` reads; one call. */
const subdomainSite = async (client: Client, domain: string, name: string): Promise<SiteId | undefined> => {
  const labels = await subdomainsOf(client, domain);
  const label = labels.find((label) => label !== "*" && isNamed(`${label}.${domain}`, name));
  return label === undefined ? undefined : asId(`${domain}/${label}`);
};

/** The domain that a pointer leads to; one call for each domain that is looked at. */
const pointedSite = async (client: Client, domains: readonly string[], name: string): Promise<SiteId | undefined> => {
  for (const domain of domains) {
    const pointers = await pointersOf(client, domain);
    if (pointers.some((pointer) => isNamed(pointer, name))) return asId(domain);
  }
  return undefined;
};

const siteFor = async (client: Client, name: DomainName): Promise<SiteId | undefined> => {
  const domains = await domainsOf(client);
  const exact = domains.find((domain) => isNamed(domain, name));
  if (exact !== undefined) return asId(exact);
  const above = domains.filter((domain) => name.endsWith(`.${domain}`)).toSorted((a, b) => b.length - a.length);
  const [nearest] = above;
  const subdomain = nearest === undefined ? undefined : await subdomainSite(client, nearest, name);
  return subdomain ?? (await pointedSite(client, domains, name));
};

const FILE_MODE = "0644";

export const createWebroot = (client: Client, files: FileSpace): Webroot => {
  const refuse = (because: string) => failure("host.refused", { host: client.host, because });
  return {
    siteFor: async (name) => siteFor(client, name),
    publish: async (site, path, body) => {
      const { folders, name } = toValidationFile(path, client.host);
      const root = documentRootOf(site, client.host);
      if (!(await files.has(root))) throw failure("host.site-unknown", { host: client.host, site });
      await files.makeFolders(root, folders);
      const place = { folder: [root, ...folders].join("/"), name };
      await files.write({ ...place, text: body, mode: FILE_MODE });
      if ((await files.read(place)) !== body) throw refuse("it says that the file was written, and has another text");
    },
    withdraw: async (site, path) => {
      const { folders, name } = toValidationFile(path, client.host);
      await files.remove({ folder: [documentRootOf(site, client.host), ...folders].join("/"), name });
    },
  };
};

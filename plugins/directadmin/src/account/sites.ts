import { asId, type Site } from "@hostseal/core";
import { toNames } from "@hostseal/panel";
import type { Client } from "../api/client.ts";
import { domainsOf, pointersOf, subdomainsOf } from "./domains.ts";

/** How many domains are asked about at the same time. */
const AT_ONCE = 4;

const withWww = (name: string): readonly string[] => [name, `www.${name}`];

/** Everything the web server answers for under one domain's certificate: the panel adds `www.` to each of them. */
const namesUnder = (domain: string, labels: readonly string[], pointers: readonly string[]): readonly string[] => [
  ...withWww(domain),
  ...pointers.flatMap(withWww),
  ...labels.map((label) => `${label}.${domain}`),
];

const toSite = async (client: Client, domain: string): Promise<Site> => {
  const [labels, pointers] = await Promise.all([subdomainsOf(client, domain), pointersOf(client, domain)]);
  return {
    id: asId(domain),
    names: toNames(namesUnder(domain, labels, pointers)),
    documentRoot: `~${client.account}/domains/${domain}/public_html`,
  };
};

/** Each domain is a site; its subdomains and pointers share its certificate. One call, and two for each domain. */
export const sitesOf = async (client: Client): Promise<readonly Site[]> => {
  const domains = await domainsOf(client);
  const sites: Site[] = [];
  for (let start = 0; start < domains.length; start += AT_ONCE) {
    const some = domains.slice(start, start + AT_ONCE);
    sites.push(...(await Promise.all(some.map(async (domain) => toSite(client, domain)))));
  }
  return sites;
};

import { failure, isFailure } from "@hostseal/core";
import type { Client } from "../api/client.ts";
import { nameList, pointers } from "../wire.ts";

const json = { json: "yes" } as const;

/** Every domain of the account, one call. */
export const domainsOf = async (client: Client): Promise<readonly string[]> =>
  client.read({ method: "GET", path: "/CMD_API_SHOW_DOMAINS", query: json }, nameList);

/** Labels of a domain's subdomains, one call; `*` is among them when every name below is served. */
export const subdomainsOf = async (client: Client, domain: string): Promise<readonly string[]> =>
  client.read({ method: "GET", path: "/CMD_API_SUBDOMAINS", query: { domain, ...json } }, nameList);

/** Names of other domains that show this one, one call. */
export const pointersOf = async (client: Client, domain: string): Promise<readonly string[]> =>
  client.read({ method: "GET", path: "/CMD_API_DOMAIN_POINTER", query: { domain, ...json } }, pointers);

/**
 * Says of a refusal about a domain whether the account has that domain at all: the panel's words for somebody else's
 * differ from version to version.
 */
export const explainRefusal = async (client: Client, site: string, thrown: unknown): Promise<unknown> => {
  if (!isFailure(thrown, "host.refused") && !isFailure(thrown, "host.permission-missing")) return thrown;
  const isHere = (await domainsOf(client)).includes(site);
  return isHere ? thrown : failure("host.site-unknown", { host: client.host, site }, { cause: thrown });
};

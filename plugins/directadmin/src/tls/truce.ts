import type { SiteId } from "@hostseal/core";
import type { Client } from "../api/client.ts";
import { type AcmeConfig, acmeConfig } from "../wire.ts";

const pathOf = (site: SiteId): string => `/api/domain-tls/${encodeURIComponent(site)}/acme-config`;

/** How automatic certificates of a domain are set, one call. */
export const acmeOf = async (client: Client, site: SiteId): Promise<AcmeConfig> =>
  client.read({ method: "GET", path: pathOf(site) }, acmeConfig);

/** Gives names back to automatic certificates: one call, and one more when some of them were taken. */
export const handBack = async (client: Client, site: SiteId, names: readonly string[]): Promise<void> => {
  const config = await acmeOf(client, site);
  const kept = config.skipDNSNames.filter((name) => !names.includes(name));
  if (kept.length === config.skipDNSNames.length) return;
  const value = { ...config, skipDNSNames: kept };
  await client.run({ method: "PUT", path: pathOf(site), body: { kind: "json", value } });
};

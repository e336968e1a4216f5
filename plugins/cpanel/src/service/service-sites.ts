import { asId, failure, type Site, type SiteId } from "@hostseal/core";
import { toNames } from "@hostseal/panel";
import type { CpanelClient } from "../client.ts";
import type { Service } from "../settings.ts";
import { hostname } from "../wire.ts";

const PREFIX = "service:";

/** Where each service speaks TLS from the first byte on. */
const PORTS: Readonly<Record<Service, number>> = { cpanel: 2083, dovecot: 993, exim: 465 };

/** What `restartservice` calls it. */
export const DAEMONS: Readonly<Record<Service, string>> = { cpanel: "cpsrvd", dovecot: "dovecot", exim: "exim" };

export const portOf = (service: Service): number => PORTS[service];

export const toServiceSite = (service: string): SiteId => asId<SiteId>(`${PREFIX}${service}`);

export const isServiceSite = (site: SiteId): boolean => site.startsWith(PREFIX);

/** Failure: `host.site-unknown` for a service that was not asked for in the settings. */
export const serviceOf = (site: SiteId, services: readonly Service[], host: string): Service => {
  const service = services.find((one) => toServiceSite(one) === site);
  if (service === undefined) throw failure("host.site-unknown", { host, site });
  return service;
};

/** Services of the server as sites; their name is the server's. */
export const listServices = async (client: CpanelClient, services: readonly Service[]): Promise<readonly Site[]> => {
  if (services.length === 0) return [];
  const names = toNames([(await client.whm("gethostname", hostname)).hostname]);
  return services.map((service) => ({ id: toServiceSite(service), names }));
};

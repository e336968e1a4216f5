import { asId, type Site, type SiteId } from "@hostseal/core";
import { type ApacheSites, certifiableNames, inFull } from "./apache-reading.ts";

/** Hosts with the same first name, such as the plain one and the one for TLS, are one site, which bears that name. */
export const listSites = (sites: ApacheSites): readonly Site[] => {
  const bySite = Map.groupBy(sites.reading.view.hosts, (host) => certifiableNames(host)[0]);
  return [...bySite].flatMap(([first, hosts]): readonly Site[] => {
    if (first === undefined) return [];
    const root = hosts.map(({ documentRoot }) => documentRoot).find((one) => one !== undefined);
    const names = [...new Set(hosts.flatMap(certifiableNames))];
    return [{ id: asId<SiteId>(first), names, ...(root !== undefined && { documentRoot: inFull(sites, root) }) }];
  });
};

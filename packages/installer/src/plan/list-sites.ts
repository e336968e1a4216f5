import { asId, type Site, type SiteId } from "@hostseal/core";
import { type DomainName, parseDomainName } from "@hostseal/rules";
import type { NginxServer, ServerName } from "../nginx/index.ts";
import { inFull, type NginxConfig } from "./nginx-config.ts";

const written = (name: ServerName): readonly string[] => {
  switch (name.kind) {
    case "exact":
      return [name.name];
    case "below":
      return [`*.${name.name}`];
    case "at-or-below":
      return [name.name, `*.${name.name}`];
    case "before":
    case "regex":
    case "unknown":
      return [];
  }
};

/** The names of a server that a certificate can carry, in their order. */
export const certifiableNames = ({ names }: NginxServer): readonly DomainName[] =>
  names.flatMap(written).flatMap((text) => {
    const parsed = parseDomainName(text);
    return parsed.kind === "name" ? [parsed.name] : [];
  });

/** Servers with the same first name, such as the plain one and the one for TLS, are one site, which bears that name. */
export const listSites = (config: NginxConfig): readonly Site[] => {
  const bySite = Map.groupBy(config.servers, (server) => certifiableNames(server)[0]);
  return [...bySite].flatMap(([first, servers]): readonly Site[] => {
    if (first === undefined) return [];
    const root = servers.map((server) => server.root).find((one) => one !== undefined && !one.includes("$"));
    const names = [...new Set(servers.flatMap(certifiableNames))];
    return [{ id: asId<SiteId>(first), names, ...(root !== undefined && { documentRoot: inFull(config, root) }) }];
  });
};

import { asId, type Site, type SiteId } from "@hostseal/core";
import { type DomainName, parseDomainName } from "@hostseal/rules";
import type { NginxServer, ServerName } from "../../nginx/index.ts";
import type { NginxReading } from "./nginx-reading.ts";

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

/** The folder whose files a server shows, when it is one and the same for every request. */
export const documentRootOf = ({ server }: NginxReading, { root }: NginxServer): string | undefined => {
  if (root === undefined || root.includes("$")) return undefined;
  return root.startsWith("/") ? root : `${server.prefix}/${root}`;
};

/** Servers with the same first name, such as the plain one and the one for TLS, are one site, which bears that name. */
export const listSites = (reading: NginxReading): readonly Site[] => {
  const bySite = Map.groupBy(reading.servers, (server) => certifiableNames(server)[0]);
  return [...bySite].flatMap(([first, servers]): readonly Site[] => {
    if (first === undefined) return [];
    const root = servers.map((server) => documentRootOf(reading, server)).find((one) => one !== undefined);
    const names = [...new Set(servers.flatMap(certifiableNames))];
    return [{ id: asId<SiteId>(first), names, ...(root !== undefined && { documentRoot: root }) }];
  });
};

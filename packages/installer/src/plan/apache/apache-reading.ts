import { posix } from "node:path";
import { type ApacheReading, readApache, type VirtualHost } from "../../apache/index.ts";
import type { ApacheFacts, HostFacts } from "../../facts/index.ts";
import { type DomainName, parseDomainName } from "@hostseal/rules";

/** The configuration of a running Apache as its virtual hosts. */
export type ApacheSites = { readonly facts: HostFacts; readonly server: ApacheFacts; readonly reading: ApacheReading };

export type ReadSites =
  | { readonly kind: "read"; readonly sites: ApacheSites }
  | { readonly kind: "refused"; readonly because: string };

/** Reads what the probe brought; refuses where our reading and the server's own differ. */
export const readApacheSites = (facts: HostFacts, server: ApacheFacts): ReadSites => {
  const read = readApache(server.source, server.dump);
  if (read.kind === "refused") return { kind: "refused", because: read.sentence };
  return { kind: "read", sites: { facts, server, reading: read } };
};

/** A path as the configuration writes it, in full. */
export const inFull = ({ server }: ApacheSites, path: string): string => posix.resolve(server.serverRoot, path);

/** The names of a host that a certificate can carry, in their order. */
export const certifiableNames = ({ serverName, aliases }: VirtualHost): readonly DomainName[] =>
  [serverName, ...aliases].flatMap((text) => {
    const parsed = parseDomainName(text ?? "");
    return parsed.kind === "name" ? [parsed.name] : [];
  });

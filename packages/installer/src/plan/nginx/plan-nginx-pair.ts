import type { Endpoint } from "@hostseal/core";
import {
  type CertificatePlan,
  type NginxServer,
  planCertificate,
  planNoteInWords,
  planRefusalInWords,
} from "../../nginx/index.ts";
import { familiesInPlace } from "../key-family.ts";
import type { PairPlan, PairWish, PlannedPair } from "../web-server-config.ts";
import { findServer, type FoundServer } from "./find-server.ts";
import { certifiableNames } from "./list-sites.ts";
import { inFull, type NginxReading } from "./nginx-reading.ts";

const TLS_PORT = 443;
type Listen = NginxServer["listens"][number];

/** The address as clients dial it; nothing for every address at once, or for a name. */
const dialled = ({ family, address }: Listen): readonly string[] => {
  if (family === "host" || address === "*" || address === "[::]") return [];
  return [family === "ipv6" ? address.slice(1, -1) : address];
};

const toEndpoints = (listens: readonly Listen[]): readonly Endpoint[] =>
  listens.flatMap(dialled).map((address) => ({ address, port: TLS_PORT }));

const endpointsOf = ({ listens }: NginxServer): readonly Endpoint[] =>
  toEndpoints(listens.filter(({ isSsl, firstPort }) => isSsl && firstPort === TLS_PORT));

const plainEndpoints = ({ listens }: NginxServer): readonly Endpoint[] => toEndpoints(listens);

const familiesOf = (reading: NginxReading) =>
  familiesInPlace({
    paths: reading.servers.flatMap(({ pairs }) => pairs.map(({ certificate }) => certificate.value)),
    inFull: (path) => inFull(reading, path),
    certificates: reading.facts.certificates,
  });

const toPairPlan = (
  reading: NginxReading,
  { server, speaksTls, why }: Extract<FoundServer, { kind: "found" }>,
  planned: Extract<CertificatePlan, { kind: "planned" }>,
): PairPlan => {
  const key = server.pairs[0]?.key?.value;
  const others = reading.servers.filter(({ identity }) => identity !== server.identity);
  return {
    because: why,
    hadTls: speaksTls,
    links: [],
    changes: planned.changes,
    trial: undefined,
    certificates: server.pairs.map(({ certificate }) => inFull(reading, certificate.value)),
    key: key === undefined ? undefined : inFull(reading, key),
    notes: planned.notes.map(planNoteInWords),
    endpoints: speaksTls ? endpointsOf(server) : plainEndpoints(server),
    affected: planned.affected,
    neighbours: others.flatMap(certifiableNames),
  };
};

/** What has to change in a configuration of nginx so that the server of a name serves a pair. */
export const planNginxPair = (reading: NginxReading, { name, ...wish }: PairWish): PlannedPair => {
  const found = findServer(reading, name);
  if (found.kind === "none") return { kind: "site-unknown" };
  if (found.kind === "refused") return found;
  const { tree, servers, server } = reading;
  const planned = planCertificate({
    ...wish,
    tree,
    servers,
    target: found.server,
    build: server.build,
    keyFamilies: familiesOf(reading),
  });
  if (planned.kind === "refused") return { kind: "refused", because: planRefusalInWords(planned.because) };
  return { kind: "planned", ...toPairPlan(reading, found, planned) };
};

import type { Endpoint } from "@hostseal/core";
import { coversHost, planCertificate, type Planned, planNoteInWords } from "../../apache/index.ts";
import { familiesInPlace } from "../key-family.ts";
import type { PairPlan, PairWish, PlannedPair } from "../web-server-config.ts";
import { type ApacheSites, certifiableNames, inFull } from "./apache-reading.ts";
import { brokenPair } from "./broken-pair.ts";
import { distributionOf, enableModules } from "./enable-modules.ts";
import { ANY_OTHER, findHost, type FoundHost } from "./find-host.ts";
import { takenPort } from "./taken-port.ts";

const HTTPS = 443;

const familiesOf = (sites: ApacheSites) =>
  familiesInPlace({
    paths: sites.reading.view.hosts.flatMap(({ tls }) => tls.pairs.map(({ certificate }) => certificate.value)),
    inFull: (path) => inFull(sites, path),
    certificates: sites.facts.certificates,
  });

const endpointsOf = ({ addresses }: FoundHost): readonly Endpoint[] =>
  addresses.includes(ANY_OTHER) ? [] : addresses.map((address) => ({ address, port: HTTPS }));

type Decided = { readonly found: FoundHost; readonly planned: Extract<Planned, { kind: "planned" }> };

const toPairPlan = (
  sites: ApacheSites,
  { names, certificatePath, keyPath }: PairWish,
  { found, planned }: Decided,
): Omit<PairPlan, "links"> => {
  const { host, speaksTls } = found;
  const { hosts } = sites.reading.view;
  const key = speaksTls ? host.tls.pairs[0]?.key?.value : undefined;
  const affected = hosts.filter((one) => one === host || coversHost(names, one));
  return {
    because: found.because,
    hadTls: speaksTls,
    changes: planned.changes,
    trial: ["hs_apache_trial", certificatePath, keyPath],
    certificates: speaksTls ? host.tls.pairs.map(({ certificate }) => inFull(sites, certificate.value)) : [],
    key: key === undefined ? undefined : inFull(sites, key),
    notes: planned.notes.map(planNoteInWords),
    endpoints: endpointsOf(found),
    affected: [...new Set(affected.flatMap(certifiableNames))],
    neighbours: hosts.filter((one) => one !== host).flatMap(certifiableNames),
  };
};

/** What has to change in a configuration of Apache so that the virtual host of a name serves a pair. */
export const planApachePair = (sites: ApacheSites, wish: PairWish): PlannedPair => {
  const found = findHost(sites, wish.name);
  if (!found) return { kind: "site-unknown" };
  const planned = planCertificate({
    ...wish,
    reading: sites.reading,
    addresses: found.addresses,
    keyFamilies: familiesOf(sites),
    distribution: distributionOf(sites),
    moduleFolders: sites.server.moduleFolders,
  });
  if (planned.kind !== "planned") return { kind: "refused", because: planned.sentence };
  const enabled = enableModules(sites, planned.steps);
  if (enabled.kind === "refused") return enabled;
  const because = takenPort(sites, planned) ?? brokenPair(sites);
  if (because !== undefined) return { kind: "refused", because };
  return { kind: "planned", ...toPairPlan(sites, wish, { found, planned }), links: enabled.links };
};

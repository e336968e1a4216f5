import type { DomainName } from "@hostseal/rules";
import { planLocationRemoval, planValidationLocation } from "../../apache/index.ts";
import type { ApacheFacts, HostFacts } from "../../facts/index.ts";
import type { FoundSite, LocationWish, PlannedLocation, ReadConfig, WebServerConfig } from "../web-server-config.ts";
import { brokenPair } from "./broken-pair.ts";
import { type ApacheSites, certifiableNames, inFull, readApacheSites } from "./apache-reading.ts";
import { findHost, findPlainHost } from "./find-host.ts";
import { listSites } from "./list-sites.ts";
import { planApachePair } from "./plan-apache-pair.ts";

const foundSite = (sites: ApacheSites, name: DomainName): FoundSite => {
  const found = findHost(sites, name);
  return found ? { kind: "found", speaksTls: found.speaksTls, because: found.because } : { kind: "none" };
};

const certificateOf = (sites: ApacheSites, name: DomainName): string | undefined => {
  const found = findHost(sites, name);
  const path = found?.speaksTls === true ? found.host.tls.pairs[0]?.certificate.value : undefined;
  return path === undefined ? undefined : sites.facts.certificates.get(inFull(sites, path));
};

const siteFor = (sites: ApacheSites, name: DomainName): DomainName | undefined => {
  const found = findPlainHost(sites, name) ?? findHost(sites, name);
  return found && certifiableNames(found.host)[0];
};

const plainRootOf = (sites: ApacheSites, name: DomainName): string | undefined => {
  const root = findPlainHost(sites, name)?.host.documentRoot;
  return root === undefined ? undefined : inFull(sites, root);
};

const planLocation = (sites: ApacheSites, { name, folder, files }: LocationWish): PlannedLocation => {
  const found = findPlainHost(sites, name);
  if (!found) return { kind: "refused", because: `no virtual host says ${name} on port 80` };
  const because = brokenPair(sites);
  if (because !== undefined) return { kind: "refused", because };
  const modules = new Set(sites.server.source.modules.map((one) => one.name));
  const planned = planValidationLocation({ host: found.host, folder, files, modules });
  return planned.kind === "planned" ? planned : { kind: "refused", because: planned.sentence };
};

const toConfig = (sites: ApacheSites): WebServerConfig => ({
  facts: sites.facts,
  title: "Apache",
  software: `Apache ${sites.server.build.version.join(".")}`,
  sites: listSites(sites),
  find: (name) => foundSite(sites, name),
  siteFor: (name) => siteFor(sites, name),
  certificateOf: (name) => certificateOf(sites, name),
  plainRootOf: (name) => plainRootOf(sites, name),
  planPair: (wish) => planApachePair(sites, wish),
  planLocation: (wish) => planLocation(sites, wish),
  planLocationRemoval: (files) => planLocationRemoval(sites.reading.view.hosts, files),
});

/** What Apache has read, as it says itself; refused where we read it otherwise. */
export const readApacheConfig = (facts: HostFacts, server: ApacheFacts): ReadConfig => {
  const read = readApacheSites(facts, server);
  return read.kind === "read" ? { kind: "read", config: toConfig(read.sites) } : read;
};

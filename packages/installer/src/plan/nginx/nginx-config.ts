import type { HostFacts, NginxFacts } from "../../facts/index.ts";
import { planLocationRemoval, planRefusalInWords, planValidationLocation } from "../../nginx/index.ts";
import type { DomainName } from "@hostseal/rules";
import type { FoundSite, LocationWish, PlannedLocation, ReadConfig, WebServerConfig } from "../web-server-config.ts";
import { findPlainServer, findServer } from "./find-server.ts";
import { certifiableNames, documentRootOf, listSites } from "./list-sites.ts";
import { inFull, type NginxReading, readNginx } from "./nginx-reading.ts";
import { planNginxPair } from "./plan-nginx-pair.ts";

const foundSite = (reading: NginxReading, name: DomainName): FoundSite => {
  const found = findServer(reading, name);
  return found.kind === "found" ? { kind: "found", speaksTls: found.speaksTls, because: found.why } : found;
};

const siteFor = (reading: NginxReading, name: DomainName): DomainName | undefined => {
  const found = findServer(reading, name);
  const server = findPlainServer(reading, name) ?? (found.kind === "found" ? found.server : undefined);
  return server && certifiableNames(server)[0];
};

const certificateOf = (reading: NginxReading, name: DomainName): string | undefined => {
  const found = findServer(reading, name);
  const path = found.kind === "found" && found.speaksTls ? found.server.pairs[0]?.certificate.value : undefined;
  return path === undefined ? undefined : reading.facts.certificates.get(inFull(reading, path));
};

const plainRootOf = (reading: NginxReading, name: DomainName): string | undefined => {
  const plain = findPlainServer(reading, name);
  return plain && documentRootOf(reading, plain);
};

const planLocation = (reading: NginxReading, { name, folder, files }: LocationWish): PlannedLocation => {
  const target = findPlainServer(reading, name);
  if (!target) return { kind: "refused", because: `no server says ${name} on port 80` };
  const planned = planValidationLocation({ tree: reading.tree, target, folder, files });
  return planned.kind === "planned" ? planned : { kind: "refused", because: planRefusalInWords(planned.because) };
};

const toConfig = (reading: NginxReading): WebServerConfig => {
  const { facts, server } = reading;
  return {
    facts,
    title: "nginx",
    software: `${server.build.flavour} ${server.build.version.join(".")}`,
    sites: listSites(reading),
    find: (name) => foundSite(reading, name),
    siteFor: (name) => siteFor(reading, name),
    certificateOf: (name) => certificateOf(reading, name),
    plainRootOf: (name) => plainRootOf(reading, name),
    planPair: (wish) => planNginxPair(reading, wish),
    planLocation: (wish) => planLocation(reading, wish),
    planLocationRemoval: (files) => planLocationRemoval(reading.tree, files),
  };
};

/** What nginx has read, as it says itself; refused where we read it otherwise. */
export const readNginxConfig = (facts: HostFacts, server: NginxFacts): ReadConfig => {
  const read = readNginx(facts, server);
  return read.kind === "read" ? { kind: "read", config: toConfig(read.reading) } : read;
};

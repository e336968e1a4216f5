import { failure, type InstallPlan, type InstallRequest, type InstallStep } from "@hostseal/core";
import { type CertificateFacts, readCertificate } from "@hostseal/pki";
import { covers, type DomainName, toIso } from "@hostseal/rules";
import type { Service } from "../settings.ts";
import type { Seen } from "./look-at.ts";
import { nameFor, type Undo } from "./receipt.ts";

/** Refuses, before anything is asked, what no server could serve. */
export const readOffered = ({ certificate, chain }: InstallRequest, host: string): CertificateFacts => {
  const read = readCertificate(certificate);
  if (read.kind === "malformed") throw failure("host.refused", { host, because: "the certificate cannot be read" });
  if (chain.some((pem) => readCertificate(pem).kind === "malformed"))
    throw failure("host.refused", { host, because: "the chain cannot be read" });
  return read.certificate;
};

const isCovered = (facts: CertificateFacts, name: string): boolean =>
  facts.names.some((one) => one === name || covers(one as DomainName, name));

const inWords = (name: string, facts: CertificateFacts | undefined): string =>
  facts ? `${name}, sha256 ${facts.sha256}, valid until ${toIso(facts.notAfter)}` : "none of its own";

const serviceStep = (undo: Undo, { service, before }: Undo["services"][number]): InstallStep => ({
  kind: "call",
  summary: `Use it for the ${service} of ${undo.site} as well`,
  detail: `- ${before === "" ? "none of its own" : before}\n+ ${undo.name}`,
});

const toSteps = (undo: Undo, seen: Seen, facts: CertificateFacts): readonly InstallStep[] => [
  {
    kind: "call",
    summary: `Store the certificate in the repository of the site ${undo.site}`,
    detail: `certificate/install name=${undo.name} site=${undo.site}`,
  },
  {
    kind: "call",
    summary: `Use it for the site ${undo.site}`,
    detail: `- ${inWords(seen.certificate, seen.facts)}\n+ ${inWords(undo.name, facts)}`,
  },
  ...undo.services.map((service) => serviceStep(undo, service)),
  { kind: "test", summary: "Read back which certificate Plesk uses then; its web server reloads by itself" },
];

export type PlanWish = {
  readonly request: InstallRequest;
  readonly facts: CertificateFacts;
  readonly seen: Seen;
  readonly services: readonly Service[];
};

export const toPlan = ({ request, facts, seen, services }: PlanWish): InstallPlan => {
  const { site, certificate, chain } = request;
  const undo: Undo = {
    site,
    siteId: seen.id,
    name: nameFor(site, facts.sha256),
    sha256: facts.sha256,
    before: seen.facts ? { name: seen.certificate, sha256: seen.facts.sha256 } : null,
    ssl: seen.ssl,
    services: services
      .filter((service) => isCovered(facts, `${service}.${site}`))
      .map((service) => ({ service, before: seen[service] })),
  };
  return {
    site,
    certificate,
    chain,
    steps: toSteps(undo, seen, facts),
    receipt: { id: `${undo.name}-${(undo.before?.sha256 ?? "none").slice(0, 16)}`, undo },
    endpoints: [],
  };
};

import { failure, type Failure, type InstallPlan, type InstallRequest, type InstallStep } from "@hostseal/core";
import { type CertificateFacts, readCertificate } from "@hostseal/pki";
import { covers, parseDomainName, toIso } from "@hostseal/rules";
import { toReceipt, type Undo } from "./receipt.ts";
import type { Look } from "./wire.ts";

export type PlanWith = {
  readonly host: string;
  readonly look: Look;
  /** Services that are wanted where they are possible. */
  readonly services: readonly string[];
};

const isFor = ({ names }: CertificateFacts, site: readonly string[]): boolean =>
  names.some((text) => {
    const parsed = parseDomainName(text);
    return parsed.kind === "name" && site.some((name) => name === parsed.name || covers(parsed.name, name));
  });

/** Why the panel would not, or should not, take this certificate. */
const obstacle = ({ chain }: InstallRequest, facts: CertificateFacts, look: Look): string | undefined => {
  if (look.tls_feature === null) return "this domain has no website";
  if (look.shared_with !== null) return `it uses the certificate of ${look.shared_with}: install it there`;
  if (!isFor(facts, look.names)) return "the certificate is for other names than the site's";
  if (look.chain && chain.length === 0) return "it cannot take away the present chain without a new one";
  return undefined;
};

/** What an installation stands on: while ours waits to be kept, that is still what it replaced. */
const replacedBy = (sha256: string, look: Look): string | null =>
  look.kept?.sha256 === sha256 && look.sha256 === sha256 ? look.kept.replaced : look.sha256;

const called = (summary: string, detail?: string): InstallStep => ({
  kind: "call",
  summary,
  ...(detail !== undefined && { detail }),
});

const inWords = (pem: string | null): string => {
  const read = readCertificate(pem ?? "");
  return read.kind === "certificate"
    ? `sha256 ${read.certificate.sha256}, valid until ${toIso(read.certificate.notAfter)}`
    : "none";
};

const toSteps = (certificate: string, { domain, opens, services }: Undo, look: Look): readonly InstallStep[] => [
  called(`Keep the present certificate of ${domain} on the server, to be put back when needed`),
  called(`Install the certificate on ${domain}`, `- ${inWords(look.certificate)}\n+ ${inWords(certificate)}`),
  ...look.shared_by.map((other) =>
    called(`${other} uses that of ${domain}: it gets this one where it is covered, and else keeps the present one`),
  ),
  ...(opens !== null ? [called(`Turn on TLS for the website of ${domain}`)] : []),
  ...look.services.used.map((service) => called(`${service} uses the certificate of ${domain} and gets this one too`)),
  ...services.map((service) => called(`Let ${service} answer for ${domain} with this certificate`)),
  ...(look.renewal ? [called("Switch off the panel's own renewal with a free certificate")] : []),
  { kind: "reload", summary: "The panel reloads what serves the certificate" },
  { kind: "test", summary: "Read again which certificate is there" },
];

const usable = (request: InstallRequest, { host, look }: PlanWith): CertificateFacts => {
  const refused = (because: string): Failure => failure("host.refused", { host, because });
  const read = readCertificate(request.certificate);
  if (read.kind === "malformed") throw refused("the certificate cannot be read");
  const because = obstacle(request, read.certificate, look);
  if (because !== undefined) throw refused(because);
  return read.certificate;
};

const isOpenTo = ({ services: { possible, used } }: Look, service: string): boolean =>
  possible.includes(service) && !used.includes(service);

/** The plan for a site as it stands. */
export const toPlan = (request: InstallRequest, given: PlanWith): InstallPlan => {
  const { look } = given;
  const { sha256, pem } = usable(request, given);
  const undo: Undo = {
    domain: request.site,
    sha256,
    replaced: replacedBy(sha256, look),
    opens: look.tls ? null : look.tls_feature,
    services: given.services.filter((service) => isOpenTo(look, service)),
  };
  return {
    site: request.site,
    certificate: pem,
    chain: request.chain,
    steps: toSteps(pem, undo, look),
    receipt: toReceipt(undo),
    endpoints: [],
  };
};

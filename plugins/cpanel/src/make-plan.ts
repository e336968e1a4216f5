import { type Failure, failure, type InstallPlan, type InstallRequest, type InstallStep } from "@hostseal/core";
import { type CertificateFacts, readCertificate } from "@hostseal/pki";
import { covers, type DomainName, parseDomainName, toIso } from "@hostseal/rules";
import type { CpanelClient } from "./client.ts";
import { installedOn } from "./installed.ts";
import { isMarked, keyMarksOf } from "./key-marks.ts";
import { toReceipt, type Undo } from "./receipt.ts";
import { findVhost } from "./sites.ts";
import { excludedNames } from "./truce.ts";
import { storedKeys } from "./wire.ts";

const MOST_NAMES = 3;

const refused = (host: string, because: string): Failure => failure("host.refused", { host, because });

/** Failure: `host.refused` when one cannot be read. */
export const readWanted = ({ certificate, chain }: InstallRequest, host: string): CertificateFacts => {
  const read = readCertificate(certificate);
  if (read.kind === "malformed") throw refused(host, "the certificate cannot be read");
  if (chain.some((pem) => readCertificate(pem).kind === "malformed")) throw refused(host, "the chain cannot be read");
  return read.certificate;
};

/** Which of a site's names a certificate is for. */
export const coveredOf = (names: readonly DomainName[], certificate: CertificateFacts): readonly DomainName[] => {
  const granted = certificate.names.flatMap((text) => {
    const parsed = parseDomainName(text);
    return parsed.kind === "name" ? [parsed.name] : [];
  });
  return names.filter((name) => granted.some((one) => one === name || covers(one, name)));
};

/** A few names in a line. */
const inShort = (names: readonly string[]): string => {
  const rest = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
};

const inWords = (certificate: CertificateFacts | undefined): string =>
  certificate ? `sha256 ${certificate.sha256}, valid until ${toIso(certificate.notAfter)}` : "none";

type Found = {
  readonly undo: Undo;
  readonly covered: readonly DomainName[];
  readonly present: CertificateFacts | undefined;
  readonly wanted: CertificateFacts;
};

const toSteps = ({ undo, covered, present, wanted }: Found): readonly InstallStep[] => [
  {
    kind: "call",
    summary: `Install the certificate on ${undo.site} for ${inShort(covered)}`,
    detail: `- ${inWords(present)}\n+ ${inWords(wanted)}`,
  },
  ...(undo.excluded.length === 0
    ? []
    : [{ kind: "call" as const, summary: `Keep AutoSSL away from ${inShort(undo.excluded)}` }]),
  { kind: "reload", summary: "Apache, and mail of these names, serve it once cPanel has reloaded them" },
];

/** Reads four things at once and changes none. */
export const makePlan = async (client: CpanelClient, request: InstallRequest): Promise<InstallPlan> => {
  const { site, certificate, chain } = request;
  const wanted = readWanted(request, client.host);
  const [vhost, present, keys, already] = await Promise.all([
    findVhost(client, site),
    installedOn(client, site),
    client.uapi("SSL::list_keys", storedKeys),
    excludedNames(client),
  ]);
  const covered = coveredOf(vhost.site.names, wanted);
  if (covered.length === 0) throw refused(client.host, `the certificate is for none of the names of ${site}`);
  const keyMarks = keyMarksOf(certificate);
  const undo: Undo = {
    site,
    ours: { sha256: wanted.sha256, serial: wanted.serial, notAfter: wanted.notAfter },
    ...(present && { before: { sha256: present.sha256, certificate: present.pem } }),
    keyMarks: [...keyMarks],
    hadKey: keys.some((key) => isMarked(key, keyMarks)),
    excluded: already ? covered.filter((name) => !already.includes(name)) : [],
  };
  const steps = toSteps({ undo, covered, present, wanted });
  return { site, certificate, chain, steps, receipt: toReceipt(undo), endpoints: [] };
};

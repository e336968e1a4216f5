import { type Failure, failure, type InstallRequest } from "@hostseal/core";
import { type CertificateFacts, keyMatches, readCertificate, type Secret } from "@hostseal/pki";
import { covers, type DomainName, parseDomainName, toIso } from "@hostseal/rules";

const refused = (host: string, because: string): Failure => failure("host.refused", { host, because });

/** Failure: `host.refused` when the certificate, or one of its chain, cannot be read. */
export const readWanted = ({ certificate, chain }: InstallRequest, host: string): CertificateFacts => {
  const read = readCertificate(certificate);
  if (read.kind === "malformed") throw refused(host, "the certificate cannot be read");
  if (chain.some((pem) => readCertificate(pem).kind === "malformed")) throw refused(host, "the chain cannot be read");
  return read.certificate;
};

/** Which of a site's names a certificate is for. Failure: `host.refused` when there is none. */
export const requireCovered = (
  names: readonly DomainName[],
  certificate: CertificateFacts,
  host: string,
): readonly DomainName[] => {
  const granted = certificate.names.flatMap((text) => {
    const parsed = parseDomainName(text);
    return parsed.kind === "name" ? [parsed.name] : [];
  });
  const covered = names.filter((name) => granted.some((one) => one === name || covers(one, name)));
  if (covered.length === 0) throw refused(host, `the certificate is for none of the names ${names.join(", ")}`);
  return covered;
};

/** Failure: `host.refused`, before anything is sent. */
export const requireMatch = (certificate: string, key: Secret, host: string): void => {
  try {
    if (keyMatches(certificate, key)) return;
  } catch {
    throw refused(host, "the private key cannot be read");
  }
  throw refused(host, "the private key does not belong to the certificate");
};

const inWords = (certificate: CertificateFacts | undefined): string =>
  certificate ? `sha256 ${certificate.sha256}, valid until ${toIso(certificate.notAfter)}` : "none";

/** What is replaced by what, as a person compares it. */
export const toDetail = (present: CertificateFacts | undefined, wanted: CertificateFacts): string =>
  `- ${inWords(present)}\n+ ${inWords(wanted)}`;

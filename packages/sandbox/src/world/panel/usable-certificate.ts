import { type CertificateFacts, keyMatches, readCertificate, type Secret } from "@hostseal/pki";
import { covers, type DomainName, parseDomainName } from "@hostseal/rules";
import { refusal } from "./panel-refusal.ts";

export type OfferedCertificate = { readonly certificate: string; readonly chain: readonly string[] };

/** What the panel asks of a certificate before it takes it: readable, and for at least one name of the webspace. */
export const usableCertificate = (offered: OfferedCertificate, names: readonly DomainName[]): CertificateFacts => {
  const read = readCertificate(offered.certificate);
  if (read.kind === "malformed") throw refusal(422, "certificate_unreadable", "The certificate cannot be read");
  if (offered.chain.some((pem) => readCertificate(pem).kind === "malformed")) {
    throw refusal(422, "chain_unreadable", "A certificate of the chain cannot be read");
  }
  if (!names.some((name) => isNamed(read.certificate, name))) {
    throw refusal(422, "certificate_for_others", "The certificate has none of the webspace's host names");
  }
  return read.certificate;
};

const isNamed = ({ names }: CertificateFacts, wanted: DomainName): boolean =>
  names.some((text) => {
    const parsed = parseDomainName(text);
    return parsed.kind === "name" && (parsed.name === wanted || covers(parsed.name, wanted));
  });

/** Refuses a key that is none, or that belongs to another certificate. */
export const requireMatch = (certificate: CertificateFacts, key: Secret): void => {
  if (!isKeyOf(certificate, key))
    throw refusal(422, "key_mismatch", "The private key does not belong to the certificate");
};

const isKeyOf = (certificate: CertificateFacts, key: Secret): boolean => {
  try {
    return keyMatches(certificate.pem, key);
  } catch {
    return false;
  }
};

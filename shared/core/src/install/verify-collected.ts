import { DAY, latestNotAfter, maximumValidity, parseDomainName, toIso } from "@hostseal/rules";
import type { DomainName, Instant } from "@hostseal/rules";
import { buildChain, readCertificate } from "@hostseal/pki";
import type { CertificateFacts } from "@hostseal/pki";
import { failure } from "../errors/failure.ts";
import type { IssuedCertificate } from "../orders/enrolment.ts";
import type { CollectedCertificate } from "../ports/issuer.ts";

/** What the certificate must be, to be the one that was ordered. */
export type Wanted = {
  readonly issuer: string;
  readonly publicKeySha256: string;
  readonly names: readonly DomainName[];
  readonly roots: readonly string[];
  readonly now: Instant;
};

type Check = (certificate: CertificateFacts, wanted: Wanted) => string | undefined;

const keyIsOurs: Check = ({ publicKeySha256 }, wanted) =>
  publicKeySha256 === wanted.publicKeySha256 ? undefined : "its key is not the one of our request";

/** A name as the order writes it; host names compare without case (RFC 5280 §7.2). */
const canonical = (name: string): string => {
  const parsed = parseDomainName(name);
  return parsed.kind === "name" ? parsed.name : name;
};

const namesAreOrdered: Check = (certificate, wanted) => {
  const names = certificate.names.map(canonical);
  const missing = wanted.names.filter((name) => !names.includes(name));
  if (missing.length > 0) return `it does not hold ${missing.join(", ")}`;
  const strange = names.filter((name) => !wanted.names.some((one) => one === name));
  return strange.length > 0 ? `it holds ${strange.join(", ")}, which nobody ordered` : undefined;
};

const validityIsLegal: Check = ({ notBefore, notAfter }) => {
  const { days } = maximumValidity(notBefore);
  if (notAfter <= latestNotAfter(notBefore, days)) return undefined;
  return `it is valid until ${toIso(notAfter)}, more than ${days} days`;
};

const isValidNow: Check = ({ notBefore, notAfter }, { now }) => {
  if (notBefore > now + DAY) return `it is valid from ${toIso(notBefore)} only`;
  return notAfter <= now ? `it has expired on ${toIso(notAfter)}` : undefined;
};

const checks: readonly Check[] = [keyIsOurs, namesAreOrdered, validityIsLegal, isValidNow];

/**
 * What the issuer sent, as a certificate to install: the right key, the ordered names, a legal validity, and a chain
 * to a trusted root that is put in order here, whatever order it came in. Fails with `certificate.mismatch` or
 * `certificate.chain`.
 */
export const verifyCollected = (collected: CollectedCertificate, wanted: Wanted): IssuedCertificate => {
  const { issuer, roots, now } = wanted;
  const read = readCertificate(collected.leaf);
  if (read.kind === "malformed") throw failure("certificate.mismatch", { issuer, because: "it cannot be read" });
  const { certificate } = read;
  for (const check of checks) {
    const because = check(certificate, wanted);
    if (because !== undefined) throw failure("certificate.mismatch", { issuer, because });
  }
  const built = buildChain({
    leaf: certificate.pem,
    intermediates: collected.intermediates,
    roots,
    at: Math.max(now, certificate.notBefore),
  });
  if (built.kind === "incomplete")
    throw failure("certificate.chain", { because: `the certificate of ${built.missingIssuer} is missing` });
  if (built.kind === "broken") throw failure("certificate.chain", { because: built.because });
  const { serial, sha256, notBefore, notAfter } = certificate;
  return {
    serial,
    sha256,
    names: wanted.names,
    notBefore,
    notAfter,
    leaf: certificate.pem,
    chain: built.chain.slice(1),
  };
};

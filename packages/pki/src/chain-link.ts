import type { Instant } from "@hostseal/rules";
import { content } from "./der.ts";
import { EXTENSION, valueOf } from "./extensions.ts";
import type { ParsedCertificate } from "./parse-certificate.ts";
import { SERVER_AUTH } from "./purposes.ts";

/** What is wrong with one certificate of a chain, or with the step from it to its issuer (RFC 5280 §6.1). */
export type LinkFault =
  | "not-yet-valid"
  | "expired"
  /** The issuer's key did not make this signature. */
  | "bad-signature"
  /** The issuer may not sign certificates: no CA flag, or no such key usage. */
  | "issuer-not-a-ca"
  /** More CA certificates stand below the issuer than its path length allows. */
  | "path-too-long"
  /** The extended key usage leaves out TLS servers. */
  | "not-for-servers"
  /** A critical extension this product does not know. */
  | "unknown-critical-extension";

export type Link = {
  readonly child: ParsedCertificate;
  readonly issuer: ParsedCertificate;
  /** CA certificates that stand between the issuer and the leaf. */
  readonly below: number;
  /** An anchor is trusted as it is: older roots carry no basic constraints. */
  readonly isAnchor: boolean;
};

const ANY_PURPOSE = "2.5.29.37.0";
const KEY_CERT_SIGN = 0x04;
const KNOWN: ReadonlySet<string> = new Set(Object.values(EXTENSION));

/** What is wrong with a certificate by itself at a moment; undefined when nothing is. */
export const certificateFault = ({ facts, extensions }: ParsedCertificate, at: Instant): LinkFault | undefined => {
  if (at < facts.notBefore) return "not-yet-valid";
  // The last second counts whole.
  if (at >= facts.notAfter + 1_000) return "expired";
  if ([...extensions].some(([type, { critical }]) => critical && !KNOWN.has(type))) return "unknown-critical-extension";
  const { ekus } = facts;
  const serves = ekus.length === 0 || ekus.includes(SERVER_AUTH) || ekus.includes(ANY_PURPOSE);
  return serves ? undefined : "not-for-servers";
};

const mayCertify = ({ facts, extensions }: ParsedCertificate, isAnchor: boolean): boolean => {
  if (!facts.isCa && !(isAnchor && !extensions.has(EXTENSION.basicConstraints))) return false;
  const usage = valueOf(extensions, EXTENSION.keyUsage);
  return usage === undefined || ((content(usage)[1] ?? 0) & KEY_CERT_SIGN) !== 0;
};

/** Whether the issuer's name, and its key identifier where both have one, are those the child asks for. */
export const isNamedIssuer = (child: ParsedCertificate, issuer: ParsedCertificate): boolean => {
  const { authorityKeyId } = child.facts;
  const { subject, subjectKeyId } = issuer.facts;
  if (child.facts.issuer !== subject) return false;
  return authorityKeyId === undefined || subjectKeyId === undefined || authorityKeyId === subjectKeyId;
};

const isSignedBy = ({ child, issuer }: Link): boolean => {
  try {
    return child.native.verify(issuer.publicKey);
  } catch {
    return false;
  }
};

/** What is wrong with the step from a certificate to its issuer; undefined when it holds. */
export const linkFault = (link: Link, at: Instant): LinkFault | undefined => {
  const { issuer, below, isAnchor } = link;
  if (!mayCertify(issuer, isAnchor)) return "issuer-not-a-ca";
  if (below > (issuer.facts.pathLength ?? Number.POSITIVE_INFINITY)) return "path-too-long";
  return certificateFault(issuer, at) ?? (isSignedBy(link) ? undefined : "bad-signature");
};

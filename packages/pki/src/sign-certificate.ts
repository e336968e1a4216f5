import type { Instant } from "@hostseal/rules";
import type { DistinguishedName } from "./distinguished-name.ts";
import type { PrivateKeySource } from "./signing-key.ts";

/** Who signs: with `certificate` its subject and key identifier are copied; with `name` alone a root signs itself. */
export type CertificateIssuer =
  | { readonly privateKey: PrivateKeySource; readonly certificate: string }
  | { readonly privateKey: PrivateKeySource; readonly name: DistinguishedName };

export type CertificateWish = {
  /** May be empty, when there are names: the alternative names are critical then (RFC 5280 §4.1.2.6). */
  readonly subject: DistinguishedName;
  readonly issuer: CertificateIssuer;
  /** SubjectPublicKeyInfo PEM, such as `publicKeyPem` of a request or of a private key. */
  readonly publicKey: string;
  /** Hex, positive, at most 20 octets (RFC 5280 §4.1.2.2). */
  readonly serial: string;
  /** Cut to whole seconds. */
  readonly notBefore: Instant;
  /** The last second of validity, itself included; cut to whole seconds. */
  readonly notAfter: Instant;
  /** DNS names for the subject alternative name extension. */
  readonly names?: readonly string[];
  /** Present for a certificate that signs others. */
  readonly ca?: { readonly pathLength?: number };
  readonly policyOids?: readonly string[];
  /** Dotted; absent means server authentication for a leaf and no restriction for a CA. */
  readonly ekus?: readonly string[];
  readonly aiaUrls?: { readonly issuer?: string; readonly ocsp?: string };
  readonly crlUrls?: readonly string[];
};

const SERIAL = /^(?!0+$)[0-9a-f]{1,40}$/i;

/**
 * Signs a certificate as asked: structure and signature only, what may be issued is decided elsewhere. Returns PEM.
 * RSA and P-256 issuers sign with SHA-256, P-384 with SHA-384.
 * @throws TypeError when the serial, the issuer's certificate or a key cannot be used.
 */
export const signCertificate = async (wish: CertificateWish): Promise<string> => {
  if (!SERIAL.test(wish.serial)) throw new TypeError("A serial is 1 to 40 hex digits and not zero");
  const { writeCertificate } = await import("./write-certificate.ts");
  return writeCertificate(wish);
};

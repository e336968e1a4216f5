import type { KeyFacts } from "./key-facts.ts";
import type { SignatureScheme } from "./signature.ts";

/** Everything a certificate authority can see in a PKCS#10 request (RFC 2986). */
export type CsrFacts = {
  /** Armoured anew: 64 columns, `\n`, nothing around it. */
  readonly pem: string;
  readonly der: Uint8Array;
  /** DNS names of the subject alternative name extension, exactly as written. */
  readonly names: readonly string[];
  /** Other subject alternative names: `ip:192.0.2.1`, `email:…`, `uri:…`. */
  readonly otherNames: readonly string[];
  /** The first common name. */
  readonly commonName?: string;
  /** One line, such as `C=GB, O=Example Ltd, CN=www.example.com`; empty when there is no subject. */
  readonly subject: string;
  readonly key: KeyFacts;
  readonly publicKeyPem: string;
  /** Hex SHA-256 of the SubjectPublicKeyInfo DER. */
  readonly publicKeySha256: string;
  readonly signatureScheme: SignatureScheme["scheme"];
  /** `sha256`, `sha1`, `md5` …; absent when the scheme has its own. */
  readonly signatureHash?: string;
  /** Whether the request is truly signed by the key it carries. */
  readonly selfSigned: boolean;
  /** Hex digests of the DER: what CAs build validation tokens from. */
  readonly md5: string;
  readonly sha256: string;
};

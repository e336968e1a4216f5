import type { KeyFacts } from "./key-facts.ts";
import type { Instant } from "@hostseal/rules";

/** What an X.509 certificate says (RFC 5280). All hex is lower case without separators. */
export type CertificateFacts = {
  /** Armoured anew: 64 columns, `\n`, nothing around it. */
  readonly pem: string;
  readonly serial: string;
  /** First second of validity. */
  readonly notBefore: Instant;
  /** Last second of validity, itself included (RFC 5280 §4.1.2.5). */
  readonly notAfter: Instant;
  /** DNS names of the subject alternative name extension. */
  readonly names: readonly string[];
  /** Other subject alternative names: `ip:192.0.2.1`, `email:…`, `uri:…`. */
  readonly otherNames: readonly string[];
  readonly commonName?: string;
  /** One line, such as `C=GB, O=Example Ltd, CN=www.example.com`; empty when there is none. */
  readonly subject: string;
  readonly issuer: string;
  /** Fingerprint: digest of the DER. */
  readonly sha256: string;
  readonly sha1: string;
  readonly publicKeySha256: string;
  readonly key: KeyFacts;
  readonly isCa: boolean;
  /** How many further CA certificates may stand below this one. */
  readonly pathLength?: number;
  /** Dotted. `2.23.140.1.2.1` is DV, `.2.2` OV, `2.23.140.1.1` EV (BR §7.1.6.1). */
  readonly policyOids: readonly string[];
  /** Dotted extended key usages; empty when the extension is absent. */
  readonly ekus: readonly string[];
  readonly subjectKeyId?: string;
  readonly authorityKeyId?: string;
};

import { type Brand, type DomainName, type Instant, type Level, signatureHashAllowed } from "@hostseal/rules";
import type { CsrFacts } from "./csr-facts.ts";
import { type CsrFinding, finding } from "./csr-finding.ts";
import { lintKey } from "./lint-key.ts";
import { lintNames } from "./lint-names.ts";

export type CsrExpectation = {
  /** The names the certificate is to have; absent when the request alone decides. */
  readonly names?: readonly DomainName[];
  readonly level?: Level;
  /** Whose keys are asked for; absent for what the industry allows. */
  readonly brand?: Brand;
  /** How many names the product holds. */
  readonly mostNames?: number;
  /** The day whose rules count. */
  readonly at: Instant;
};

const PLAIN_SCHEMES: ReadonlySet<CsrFacts["signatureScheme"]> = new Set(["rsa", "ecdsa"]);

const lintSignature = (csr: CsrFacts, at: Instant): CsrFinding[] => {
  const { selfSigned, signatureScheme: scheme, signatureHash: hash } = csr;
  const weak = hash !== undefined && signatureHashAllowed(hash, at).kind === "refused";
  // A scheme bound to a refused key is said once, by the key.
  const odd = !PLAIN_SCHEMES.has(scheme) && csr.key.algorithm === "rsa";
  return [
    ...(selfSigned ? [] : [finding("self-signature-invalid", {})]),
    ...(weak ? [finding("signature-hash-refused", { hash })] : []),
    ...(odd ? [finding("signature-scheme-refused", { scheme })] : []),
  ];
};

/** Everything an authority would object to in a request, and what a person should know before paying; empty when it is sound. */
export const lintCsr = (csr: CsrFacts, { names, level, mostNames, brand, at }: CsrExpectation): CsrFinding[] => [
  ...lintSignature(csr, at),
  ...lintKey(csr.key, csr.publicKeyPem, brand),
  ...lintNames(csr, {
    ...(names && { wanted: names }),
    ...(level && { level }),
    ...(mostNames !== undefined && { mostNames }),
  }),
];

import type { CsrFinding, CsrFindingCode, CsrFlaw } from "@hostseal/pki";
import { nameRefusals } from "./name-refusals.ts";

/** Why a pasted text is no usable CSR, as the end of a sentence. */
export const csrFlaws: Readonly<Record<CsrFlaw, string>> = {
  empty: "nothing was given",
  "too-large": "it is far longer than any request",
  "private-key-pasted": "the text holds a private key, which must now be treated as known to others",
  "certificate-pasted": "it is a certificate, not the request for one",
  "pkcs7-pasted": "it is a PKCS#7 bundle, not a request",
  "public-key-pasted": "it is a bare public key, not a request",
  "several-requests": "it holds several different requests",
  "no-request": "no -----BEGIN CERTIFICATE REQUEST----- is in it",
  "cut-off": "its BEGIN or END line is missing",
  "not-base64": "between its BEGIN and END lines stands something that is not base64",
  "not-a-request": "its content is not a PKCS#10 request",
  "unreadable-key": "its public key is damaged or of an unknown kind",
};

type Finding<Code extends CsrFindingCode> = Extract<CsrFinding, { code: Code }>;

const findings: { readonly [Code in CsrFindingCode]: (params: Finding<Code>["params"]) => string } = {
  "self-signature-invalid": () => "it is not signed by its own key",
  "signature-hash-refused": ({ hash }) => `it is signed with ${hash}, which is no longer accepted`,
  "signature-scheme-refused": () => "its signature is of a kind that certificate authorities do not take",
  "key-refused": ({ because }) => `its key is not allowed (${because})`,
  "key-exponent-unusual": ({ exponent }) => `its key has the unusual exponent ${exponent}`,
  "key-small-factor": ({ factor }) => `its key can be broken: it is divisible by ${factor}`,
  "key-prime-power": () => "its key can be broken: it is the power of one prime",
  "key-close-primes": () => "its key can be broken: its two primes lie too close together",
  "key-roca": () => "its key was made by a chip whose keys can be broken (ROCA)",
  "key-not-examined": ({ bits }) => `its key of ${bits} bits is too long to be examined`,
  "names-absent": () => "it holds no name",
  "san-absent": ({ commonName }) => `it names ${commonName} only as common name, not as alternative name`,
  "common-name-not-in-san": ({ commonName }) => `its common name ${commonName} is not among its alternative names`,
  "name-refused": ({ name, because }) => `${name} cannot be certified: ${nameRefusals[because]}`,
  "name-not-canonical": ({ name, canonical }) => `${name} should be written ${canonical}`,
  "name-duplicate": ({ name }) => `${name} is in it twice`,
  "wildcard-not-for-level": ({ name, level }) => `${level.toUpperCase()} certificates hold no wildcard like ${name}`,
  "not-a-dns-name": ({ name }) => `${name} is no DNS name`,
  "names-missing": ({ names }) => `it does not hold ${names.join(", ")}`,
  "names-extra": ({ names }) => `it holds ${names.join(", ")}, which is not ordered`,
  "names-too-many": ({ count, most }) => `it holds ${count} names where ${most} fit`,
};

/** A finding as the end of a sentence. */
export const csrFindingInWords = (finding: CsrFinding): string =>
  (findings[finding.code] as (params: CsrFinding["params"]) => string)(finding.params);

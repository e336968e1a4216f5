import type { KeyRefusal, Level, NameRefusal } from "@hostseal/rules";
import type { KeyFacts } from "./key-facts.ts";
import type { SignatureScheme } from "./signature.ts";

export type Severity = "error" | "warning";

type NoParams = Readonly<Record<string, never>>;

/** What can be found in a request, with what a sentence about it needs. */
export type CsrFindingParams = {
  /** The request is not signed by its own key: damaged, or put together from two. */
  readonly "self-signature-invalid": NoParams;
  readonly "signature-hash-refused": { readonly hash: string };
  /** PSS and unknown schemes: authorities take plain RSA and ECDSA signatures only. */
  readonly "signature-scheme-refused": { readonly scheme: SignatureScheme["scheme"] };
  readonly "key-refused": { readonly because: KeyRefusal; readonly key: KeyFacts };
  /** Legal, but outside the advised range (BR §6.1.6). */
  readonly "key-exponent-unusual": { readonly exponent: string };
  readonly "key-small-factor": { readonly factor: number };
  /** The modulus is a prime or the power of one. */
  readonly "key-prime-power": NoParams;
  /** The two primes are so close that Fermat's method finds them within so many rounds. */
  readonly "key-close-primes": { readonly rounds: number };
  /** Made by a chip whose keys can be factored (ROCA, CVE-2017-15361). */
  readonly "key-roca": NoParams;
  /** Too long to be examined for weaknesses. */
  readonly "key-not-examined": { readonly bits: number; readonly longest: number };
  /** Neither alternative names nor a common name. */
  readonly "names-absent": NoParams;
  /** No subject alternative names; only a common name, which authorities no longer read. */
  readonly "san-absent": { readonly commonName: string };
  readonly "common-name-not-in-san": { readonly commonName: string };
  readonly "name-refused": { readonly name: string; readonly because: NameRefusal; readonly suggestion?: string };
  /** Acceptable once written the canonical way: lower case, A-labels, no final dot. */
  readonly "name-not-canonical": { readonly name: string; readonly canonical: string };
  readonly "name-duplicate": { readonly name: string };
  readonly "wildcard-not-for-level": { readonly name: string; readonly level: Level };
  /** An address, mail name or other kind of alternative name. */
  readonly "not-a-dns-name": { readonly name: string };
  /** Wanted on the certificate, absent from the request. */
  readonly "names-missing": { readonly names: readonly string[] };
  /** In the request, not wanted on the certificate. */
  readonly "names-extra": { readonly names: readonly string[] };
  readonly "names-too-many": { readonly count: number; readonly most: number };
};

export type CsrFindingCode = keyof CsrFindingParams;

export type CsrFinding = {
  readonly [Code in CsrFindingCode]: {
    readonly code: Code;
    readonly severity: Severity;
    readonly params: CsrFindingParams[Code];
  };
}[CsrFindingCode];

/** An error stops the order; with a warning it goes on, after someone has read it. */
const SEVERITY = {
  "self-signature-invalid": "error",
  "signature-hash-refused": "error",
  "signature-scheme-refused": "error",
  "key-refused": "error",
  "key-exponent-unusual": "warning",
  "key-small-factor": "error",
  "key-prime-power": "error",
  "key-close-primes": "error",
  "key-roca": "error",
  "key-not-examined": "warning",
  "names-absent": "error",
  "san-absent": "warning",
  "common-name-not-in-san": "warning",
  "name-refused": "error",
  "name-not-canonical": "warning",
  "name-duplicate": "warning",
  "wildcard-not-for-level": "error",
  "not-a-dns-name": "error",
  "names-missing": "error",
  "names-extra": "error",
  "names-too-many": "error",
} as const satisfies Record<CsrFindingCode, Severity>;

export const finding = <Code extends CsrFindingCode>(code: Code, params: CsrFindingParams[Code]): CsrFinding =>
  ({ code, severity: SEVERITY[code], params }) as CsrFinding;

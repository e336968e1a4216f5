import type { CsrFinding, CsrFindingCode } from "@hostseal/pki";
import { describe, expect, test } from "vitest";
import { csrFindingInWords, csrFlaws } from "./csr-flaws.ts";
import { nameRefusals } from "./name-refusals.ts";

type Params<Code extends CsrFindingCode> = Extract<CsrFinding, { code: Code }>["params"];

const key = { algorithm: "rsa", bits: 1024 } as unknown as Params<"key-refused">["key"];

/** One finding of every kind, with the end of the sentence that is made of it. */
const samples: { readonly [Code in CsrFindingCode]: readonly [Params<Code>, string] } = {
  "self-signature-invalid": [{}, "it is not signed by its own key"],
  "signature-hash-refused": [{ hash: "sha1" }, "it is signed with sha1, which is no longer accepted"],
  "signature-scheme-refused": [
    { scheme: "rsa-pss" },
    "its signature is of a kind that certificate authorities do not take",
  ],
  "key-refused": [{ because: "rsa-too-short", key }, "its key is not allowed"],
  "key-exponent-unusual": [{ exponent: "3" }, "its key has the unusual exponent 3"],
  "key-small-factor": [{ factor: 17 }, "its key can be broken: it is divisible by 17"],
  "key-prime-power": [{}, "its key can be broken: it is the power of one prime"],
  "key-close-primes": [{ rounds: 2 }, "its key can be broken: its two primes lie too close together"],
  "key-roca": [{}, "its key was made by a chip whose keys can be broken (ROCA)"],
  "key-not-examined": [{ bits: 20_000, longest: 16_384 }, "its key of 20000 bits is too long to be examined"],
  "names-absent": [{}, "it holds no name"],
  "san-absent": [{ commonName: "a.example" }, "it names a.example only as common name"],
  "common-name-not-in-san": [{ commonName: "a.example" }, "its common name a.example is not among"],
  "name-refused": [{ name: "a_b.example", because: "underscore" }, "a_b.example cannot be certified: underscores are"],
  "name-not-canonical": [{ name: "A.example", canonical: "a.example" }, "A.example should be written a.example"],
  "name-duplicate": [{ name: "a.example" }, "a.example is in it twice"],
  "wildcard-not-for-level": [{ name: "*.a.example", level: "ev" }, "EV certificates hold no wildcard like *.a.example"],
  "not-a-dns-name": [{ name: "ip:192.0.2.1" }, "ip:192.0.2.1 is no DNS name"],
  "names-missing": [{ names: ["a.example", "b.example"] }, "it does not hold a.example, b.example"],
  "names-extra": [{ names: ["c.example"] }, "it holds c.example, which is not ordered"],
  "names-too-many": [{ count: 9, most: 3 }, "it holds 9 names where 3 fit"],
};

describe("what is wrong with a request", () => {
  test.each(Object.entries(samples))("is said in words: %s", (code, [params, words]) => {
    const said = csrFindingInWords({ code, severity: "error", params } as CsrFinding);
    expect(said).toContain(words);
    expect(said).not.toMatch(/undefined|\.$/);
  });

  test.each([...Object.entries(csrFlaws), ...Object.entries(nameRefusals)])(
    "is said as the end of a sentence: %s",
    (_code, words) => {
      expect(words).toMatch(/^[a-z]|^no -----/);
      expect(words).not.toMatch(/\.$/);
    },
  );
});

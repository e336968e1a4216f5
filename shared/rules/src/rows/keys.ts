import { brLaw, caPractice } from "../force.ts";
import type { Rule } from "../row.ts";
import { letsEncryptKeys } from "./vendor-citations.ts";

/** Bounds on RSA keys. Exponents outside the advised range, whose upper end is given in bits, are legal but unusual. */
export type RsaBounds = {
  readonly minBits: number;
  readonly bitsMultipleOf: number;
  readonly minExponent: number;
  readonly advisedMinExponent: number;
  readonly advisedMaxExponentBits: number;
};

export const rsaRule: Rule<RsaBounds> = {
  id: "keys.rsa",
  title: "RSA keys",
  says: ({ minBits, bitsMultipleOf, minExponent, advisedMinExponent }) =>
    `at least ${minBits} bits in steps of ${bitsMultipleOf}; odd exponent from ${minExponent} on, ${advisedMinExponent} or more advised`,
  rows: [
    {
      from: null,
      to: null,
      value: {
        minBits: 2048,
        bitsMultipleOf: 8,
        minExponent: 3,
        advisedMinExponent: 65_537,
        advisedMaxExponentBits: 256,
      },
      ...brLaw("6.1.5; 6.1.6"),
    },
  ],
};

export const curvesRule: Rule<readonly string[]> = {
  id: "keys.ecdsa",
  title: "Elliptic curves for keys",
  says: (curves) => curves.join(", "),
  rows: [{ from: null, to: null, value: ["P-256", "P-384", "P-521"], ...brLaw("6.1.5") }],
};

/** Keys an issuer narrows the law down to. */
export type IssuerKeys = {
  readonly rsaBits: readonly number[];
  readonly rsaExponent: number;
  readonly curves: readonly string[];
};

export const issuerKeysRule: Rule<IssuerKeys> = {
  id: "ca.keys",
  title: "Keys the issuer takes",
  says: ({ rsaBits, rsaExponent, curves }) =>
    `RSA ${rsaBits.join(", ")} with exponent ${rsaExponent}; ${curves.join(", ")}`,
  rows: [
    {
      from: null,
      to: null,
      value: { rsaBits: [2048, 3072, 4096], rsaExponent: 65_537, curves: ["P-256", "P-384"] },
      brands: ["letsencrypt"],
      ...caPractice(letsEncryptKeys),
    },
  ],
};

/** Weaknesses an issuer must look for. Fermat rounds: factors found within so many are too close. */
export type WeakKeyRequirement = {
  readonly debian: boolean;
  readonly roca: boolean;
  readonly fermatRounds: number;
  readonly smallestAllowedFactor: number;
  readonly previouslyCompromised: boolean;
};

export const weakKeysRule: Rule<WeakKeyRequirement> = {
  id: "keys.weak",
  title: "Weak keys that must be refused",
  says: ({ fermatRounds }) =>
    `Debian and ROCA keys, primes within ${fermatRounds} Fermat rounds, keys reported as compromised`,
  rows: [
    {
      from: "2024-07-01",
      to: null,
      value: { debian: true, roca: true, fermatRounds: 100, smallestAllowedFactor: 752, previouslyCompromised: true },
      ...brLaw("6.1.1.3; 6.1.6"),
      note: "SC-073; the smallest factor is advice",
    },
  ],
};

export const keyOriginRule: Rule<string> = {
  id: "keys.ca-generation",
  title: "Who may make the key",
  says: (text) => text,
  rows: [
    {
      from: null,
      to: null,
      value: "never the issuer; another party may not keep it without the subscriber's authorisation",
      ...brLaw("6.1.1.3; 6.1.2"),
    },
  ],
};

export const sha1Rule: Rule<readonly string[]> = {
  id: "sha1",
  title: "Hashes that may no longer be signed with",
  says: (hashes) => hashes.join(", "),
  rows: [
    { from: null, to: "2026-09-15", value: ["md2", "md4", "md5"], ...brLaw("7.1.3.2.1"), confidence: "inferred" },
    {
      from: "2026-09-15",
      to: null,
      value: ["md2", "md4", "md5", "sha1"],
      ...brLaw("7.1.3.2.1"),
      note: "SC-097: the last uses of SHA-1 end; in subscriber certificates it ended long before",
    },
  ],
};

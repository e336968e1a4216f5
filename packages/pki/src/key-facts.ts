import type { KeyObject } from "node:crypto";
import type { OtherAlgorithm, PublicKeyFacts } from "@hostseal/rules";

/** What kind of public key it is and how large. */
export type KeyFacts =
  | {
      readonly algorithm: "rsa";
      /** Length of the modulus. */
      readonly bits: number;
      /** Decimal. */
      readonly exponent: string;
    }
  | {
      readonly algorithm: "ec";
      /** `P-256`, `P-384`, `P-521`, or OpenSSL's name of another curve. */
      readonly curve: string;
    }
  /** A kind public authorities refuse (BR §6.1.5); `rsa-pss` is an RSA key bound to PSS signatures. */
  | { readonly algorithm: OtherAlgorithm };

const NIST_NAMES: Readonly<Record<string, string>> = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };

const OTHERS: Readonly<Record<string, OtherAlgorithm>> = {
  "rsa-pss": "rsa-pss",
  dsa: "dsa",
  dh: "dh",
  ed25519: "ed25519",
  ed448: "ed448",
  x25519: "x25519",
  x448: "x448",
  "ml-dsa-44": "ml-dsa",
  "ml-dsa-65": "ml-dsa",
  "ml-dsa-87": "ml-dsa",
};

export const keyFactsOf = (key: KeyObject): KeyFacts => {
  const { modulusLength, publicExponent, namedCurve } = key.asymmetricKeyDetails ?? {};
  const kind = key.asymmetricKeyType ?? "unknown";
  if (kind === "rsa") return { algorithm: "rsa", bits: modulusLength ?? 0, exponent: String(publicExponent ?? 0) };
  if (kind === "ec") return { algorithm: "ec", curve: NIST_NAMES[namedCurve ?? ""] ?? namedCurve ?? "unnamed" };
  return { algorithm: OTHERS[kind] ?? "unknown" };
};

/** The same facts in the form the rules judge. */
export const toRuleFacts = (key: KeyFacts): PublicKeyFacts =>
  key.algorithm === "rsa" ? { ...key, exponent: BigInt(key.exponent) } : key;

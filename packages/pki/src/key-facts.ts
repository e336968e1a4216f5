import type { KeyObject } from "node:crypto";

/** What kind of public key it is and how large. */
export type KeyFacts =
  | {
      /** `rsa-pss` is a key bound to PSS signatures, which public CAs refuse (BR §7.1.3.1.1). */
      readonly algorithm: "rsa" | "rsa-pss";
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
  | {
      readonly algorithm: "other";
      /** Such as `ed25519` or `dsa`. */
      readonly name: string;
    };

const NIST_NAMES: Readonly<Record<string, string>> = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };

export const keyFactsOf = (key: KeyObject): KeyFacts => {
  const { modulusLength, publicExponent, namedCurve } = key.asymmetricKeyDetails ?? {};
  const algorithm = key.asymmetricKeyType ?? "unknown";
  if (algorithm === "rsa" || algorithm === "rsa-pss") {
    return { algorithm, bits: modulusLength ?? 0, exponent: String(publicExponent ?? 0) };
  }
  if (algorithm !== "ec") return { algorithm: "other", name: algorithm };
  const curve = namedCurve ?? "unnamed";
  return { algorithm, curve: NIST_NAMES[curve] ?? curve };
};

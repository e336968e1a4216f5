import type { Brand } from "./brand.ts";
import type { Citation } from "./citation.ts";
import { br } from "./citation.ts";
import { constantRow } from "./row-at.ts";
import { curvesRule, issuerKeysRule, rsaRule, weakKeysRule } from "./rows/keys.ts";
import type { WeakKeyRequirement } from "./rows/keys.ts";
import { rowsOf } from "./scope.ts";

/** What is visible of a public key. `curve` by any of its common names; `algorithm` as `node:crypto` names it. */
export type PublicKeyFacts =
  | { readonly algorithm: "rsa"; readonly bits: number; readonly exponent?: bigint }
  | { readonly algorithm: "ec"; readonly curve: string }
  | { readonly algorithm: OtherAlgorithm };

/** Algorithms no publicly trusted server certificate may have, and whatever else turns up. */
export type OtherAlgorithm = "rsa-pss" | "dsa" | "dh" | "ed25519" | "ed448" | "x25519" | "x448" | "ml-dsa" | "unknown";

/** Why a key is refused. The last two are an issuer's own narrowing. */
export type KeyRefusal =
  | "rsa-too-short"
  | "rsa-uneven-size"
  | "rsa-bad-exponent"
  | "curve-not-allowed"
  | "algorithm-not-allowed"
  | "size-not-at-issuer"
  | "exponent-not-at-issuer"
  | "curve-not-at-issuer";

/** `caution` marks an exponent that is legal but outside the advised range. */
export type KeyVerdict =
  | { readonly kind: "allowed"; readonly caution?: "unusual-exponent"; readonly citation: Citation }
  | { readonly kind: "refused"; readonly because: KeyRefusal; readonly citation: Citation };

const rsa = constantRow(rsaRule);
const curves = constantRow(curvesRule);

const CURVE_NAMES: Readonly<Record<string, string>> = {
  prime256v1: "P-256",
  secp256r1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521",
};

/** Judges algorithm, size and exponent of a key; with a brand, what that issuer takes too. Sources: BR 6.1.5, 6.1.6. */
export function keyVerdict(key: PublicKeyFacts, brand?: Brand): KeyVerdict {
  const lawful = lawfulKey(key);
  return lawful.kind === "allowed" && brand !== undefined ? (narrowedBy(brand, key) ?? lawful) : lawful;
}

/** The weaknesses of a key that must be looked for. Source: BR 6.1.1.3. */
export function weakKeyChecks(): WeakKeyRequirement & { readonly citation: Citation } {
  const { value, citation } = constantRow(weakKeysRule);
  return { ...value, citation };
}

function lawfulKey(key: PublicKeyFacts): KeyVerdict {
  if (key.algorithm === "rsa") return rsaVerdict(key.bits, key.exponent);
  if (key.algorithm !== "ec") return refused("algorithm-not-allowed", br("6.1.5"));
  return curves.value.includes(curveName(key.curve))
    ? { kind: "allowed", citation: curves.citation }
    : refused("curve-not-allowed", curves.citation);
}

function rsaVerdict(bits: number, exponent: bigint | undefined): KeyVerdict {
  const { value, citation } = rsa;
  if (bits < value.minBits) return refused("rsa-too-short", citation);
  if (bits % value.bitsMultipleOf !== 0) return refused("rsa-uneven-size", citation);
  if (exponent === undefined) return { kind: "allowed", citation };
  if (exponent < value.minExponent || exponent % 2n === 0n) return refused("rsa-bad-exponent", citation);
  const usual = exponent >= value.advisedMinExponent && exponent < 1n << BigInt(value.advisedMaxExponentBits);
  return usual ? { kind: "allowed", citation } : { kind: "allowed", caution: "unusual-exponent", citation };
}

function narrowedBy(brand: Brand, key: PublicKeyFacts): KeyVerdict | undefined {
  const [row] = rowsOf(issuerKeysRule, { brand });
  if (row === undefined) return undefined;
  const { value, citation } = row;
  if (key.algorithm === "ec" && !value.curves.includes(curveName(key.curve)))
    return refused("curve-not-at-issuer", citation);
  if (key.algorithm !== "rsa") return undefined;
  if (!value.rsaBits.includes(key.bits)) return refused("size-not-at-issuer", citation);
  const strange = key.exponent !== undefined && key.exponent !== BigInt(value.rsaExponent);
  return strange ? refused("exponent-not-at-issuer", citation) : undefined;
}

function refused(because: KeyRefusal, citation: Citation): KeyVerdict {
  return { kind: "refused", because, citation };
}

function curveName(name: string): string {
  return CURVE_NAMES[name] ?? name;
}

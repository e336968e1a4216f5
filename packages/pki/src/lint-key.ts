import { createPublicKey } from "node:crypto";
import { type Brand, keyVerdict, weakKeyChecks } from "@hostseal/rules";
import { type CsrFinding, finding } from "./csr-finding.ts";
import { type KeyFacts, toRuleFacts } from "./key-facts.ts";
import { hasClosePrimes } from "./weak-rsa/close-primes.ts";
import { isPrimePower } from "./weak-rsa/prime-power.ts";
import { isRoca } from "./weak-rsa/roca.ts";
import { smallFactor } from "./weak-rsa/small-primes.ts";

/** The longest modulus whose examination stays in fractions of a second. */
const LONGEST_EXAMINED = 8_192;

const modulusOf = (publicKeyPem: string): bigint => {
  const { n = "" } = createPublicKey(publicKeyPem).export({ format: "jwk" });
  return BigInt(`0x0${Buffer.from(n, "base64url").toString("hex")}`);
};

const lintModulus = (modulus: bigint): CsrFinding[] => {
  const { fermatRounds, smallestAllowedFactor } = weakKeyChecks();
  const factor = smallFactor(modulus, smallestAllowedFactor);
  if (factor !== undefined) return [finding("key-small-factor", { factor })];
  if (isPrimePower(modulus, smallestAllowedFactor)) return [finding("key-prime-power", {})];
  return [
    ...(hasClosePrimes(modulus, fermatRounds) ? [finding("key-close-primes", { rounds: fermatRounds })] : []),
    ...(isRoca(modulus) ? [finding("key-roca", {})] : []),
  ];
};

const lintRsa = (bits: number, publicKeyPem: string): CsrFinding[] =>
  bits > LONGEST_EXAMINED
    ? [finding("key-not-examined", { bits, longest: LONGEST_EXAMINED })]
    : lintModulus(modulusOf(publicKeyPem));

/**
 * Looks for what makes a public key unfit: a kind, size or exponent the rules or the issuer refuse, and the weaknesses that
 * show in an RSA modulus. Debian's weak keys and keys reported as compromised need lists that are not carried here.
 */
export const lintKey = (key: KeyFacts, publicKeyPem: string, brand?: Brand): CsrFinding[] => {
  const verdict = keyVerdict(toRuleFacts(key), brand);
  const refused = verdict.kind === "refused" ? [finding("key-refused", { because: verdict.because, key })] : [];
  if (key.algorithm !== "rsa") return refused;
  const unusual = verdict.kind === "allowed" && verdict.caution === "unusual-exponent";
  return [
    ...refused,
    ...(unusual ? [finding("key-exponent-unusual", { exponent: key.exponent })] : []),
    ...lintRsa(key.bits, publicKeyPem),
  ];
};

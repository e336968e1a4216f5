import { checkPrimeSync, createPrivateKey, generatePrimeSync, randomBytes } from "node:crypto";
import { Secret } from "../src/secret.ts";

/** An integer with as many random bits and the two highest of them set, so that a product is full length too. */
export const randomInteger = (bits: number): bigint =>
  BigInt(`0x${randomBytes(bits / 8).toString("hex")}`) | (3n << BigInt(bits - 2));

export const randomPrime = (bits: number): bigint => generatePrimeSync(bits, { bigint: true });

export const nextPrime = (from: bigint): bigint => {
  let candidate = from | 1n;
  while (!checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
};

const inverse = (value: bigint, modulus: bigint): bigint => {
  let [previous, current, previousFactor, factor] = [modulus, value % modulus, 0n, 1n];
  while (current !== 0n) {
    const quotient = previous / current;
    [previous, current] = [current, previous - quotient * current];
    [previousFactor, factor] = [factor, previousFactor - quotient * factor];
  }
  return ((previousFactor % modulus) + modulus) % modulus;
};

const base64url = (value: bigint): string => {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex").toString("base64url");
};

/** The private key that two primes of one's own choice make; PKCS#8. */
export const rsaFromPrimes = (p: bigint, q: bigint, exponent = 65_537n): Secret => {
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const jwk = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, base64url(value)]));
  const key = createPrivateKey({ key: { kty: "RSA", ...jwk }, format: "jwk" });
  return new Secret(key.export({ type: "pkcs8", format: "pem" }).toString());
};

const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let [result, factor, rest] = [1n, base % modulus, exponent];
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
};

/** A prime made the way the faulty chips made them: k·M + 65537^a mod M, with M the product of `factors`. */
export const rocaPrime = (bits: number, factors: readonly number[]): bigint => {
  const product = factors.reduce((all, factor) => all * BigInt(factor), 1n);
  const residue = power(65_537n, randomInteger(64), product);
  for (;;) {
    const candidate = (randomInteger(bits) / product) * product + residue;
    if (checkPrimeSync(candidate)) return candidate;
  }
};

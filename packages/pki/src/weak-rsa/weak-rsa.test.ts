import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextPrime, randomInteger, randomPrime, rocaPrime } from "../../test/rsa-from-primes.ts";
import { hasClosePrimes } from "./close-primes.ts";
import { integerRoot, isPower } from "./integer-root.ts";
import { isPrimePower } from "./prime-power.ts";
import { isRoca } from "./roca.ts";
import { primesBelow, smallFactor } from "./small-primes.ts";

const bigNatural = fc.bigInt({ min: 0n, max: 1n << 600n });

test("the integer root is the largest whose power is not above the value", () => {
  fc.assert(
    fc.property(bigNatural, fc.integer({ min: 2, max: 40 }), (value, degree) => {
      const root = integerRoot(value, degree);
      return root ** BigInt(degree) <= value && (root + 1n) ** BigInt(degree) > value;
    }),
  );
});

test("powers are told from their neighbours", () => {
  const base = fc.bigInt({ min: 2n, max: 1n << 64n });
  fc.assert(
    fc.property(base, fc.integer({ min: 2, max: 9 }), (value, degree) => {
      const exact = value ** BigInt(degree);
      return isPower(exact, degree) && !isPower(exact + 1n, degree) && !isPower(exact - 1n, degree);
    }),
  );
});

describe("small factors", () => {
  test("are looked for among all the primes and nothing else", () => {
    expect(primesBelow(30)).toEqual([2, 3, 5, 7, 11, 13, 17, 19, 23, 29]);
    expect([primesBelow(752).length, primesBelow(752).at(-1)]).toEqual([133, 751]);
  });

  test("are found up to the limit", () => {
    const prime = randomPrime(512);
    expect([2, 3, 743, 751].map((factor) => smallFactor(prime * BigInt(factor), 752))).toEqual([2, 3, 743, 751]);
    expect([smallFactor(prime * 757n, 752), smallFactor(prime, 752)]).toEqual([undefined, undefined]);
  });
});

/** The round of Fermat's method that finds p·q; no primality is needed for the arithmetic. */
const roundsFor = (p: bigint, q: bigint): number => Number((p + q) / 2n - integerRoot(p * q - 1n, 2));

describe("close primes", () => {
  test("are found when one follows the other", () => {
    const p = randomPrime(1_024);
    expect(hasClosePrimes(p * nextPrime(p + 2n), 100)).toBe(true);
    expect(hasClosePrimes(p * p, 100)).toBe(true);
  });

  test("count up to the last round and no further", () => {
    const p = randomInteger(512) | 1n;
    for (let gap = 1n << 258n; gap < 1n << 261n; gap += (1n << 257n) + 2n) {
      const q = p + gap;
      const rounds = roundsFor(p, q);
      expect([hasClosePrimes(p * q, rounds), hasClosePrimes(p * q, rounds - 1)]).toEqual([true, false]);
    }
  });

  test("are not seen in a sound modulus", () => {
    expect(hasClosePrimes(randomPrime(1_024) * randomPrime(1_024), 100)).toBe(false);
  });
});

describe("the mark of ROCA", () => {
  /** Published by the finders of the weakness beside their detector. */
  const PUBLISHED = BigInt(
    "0x9dcd7420e420c270a68060eb8b5aa7457a9f6648f86fafed2775cc1f79ae962f1e63f1b9e51c55f9ea6fdc7332e9b0058c9ff2eb1fc89855029cf6aafe21e689feb38ac9ffb12f1ce371bb5d0e9aae64161abce74b4244bf68f1edb4411f756a097c8929c14740245ea355f8332d1aa36bb50c7dcb4505da8de02e4e53d38f8df06097da7524df0df93db48eac8cc4af2d3a16257eb2b2adca6ba464e5974fa92550d31b1babf161e7692d00b86e3dd886ecab4abfbe1a8f8cc263ff4af55cdb45f4249a5193925f5e983d762f0b6800943eb0267b08f42ed311ce1f5c86eacbc8ce4d3cb7a2fee1ef5641423a1cf4114e5ecf50034a60a412523af9e6f4aa11",
  );

  test("is seen in a key of such a chip", () => {
    expect(isRoca(PUBLISHED)).toBe(true);
  });

  test.each([
    [256, 168],
    [512, 354],
    [1_024, 702],
  ])("is seen in the product of two %i-bit primes made the faulty way", (bits, limit) => {
    const factors = primesBelow(limit);
    expect(isRoca(rocaPrime(bits, factors) * rocaPrime(bits, factors))).toBe(true);
  });

  test("is not seen in sound moduli, nor when only one prime bears it", () => {
    const sound = Array.from({ length: 50 }, () => randomInteger(1_024) | 1n);
    expect(sound.filter(isRoca)).toEqual([]);
    expect(isRoca(rocaPrime(512, primesBelow(354)) * randomPrime(512))).toBe(false);
  });

  test("needs one exponent for all primes, not just one for each", () => {
    // 65537 modulo every prime but 11, where the exponent is odd for one and even for the other of its residues.
    const [rest, eleven] = [primesBelow(168).reduce((all, prime) => all * BigInt(prime), 1n) / 11n, 11n];
    let mixed = 65_537n;
    while (mixed % eleven !== (65_537n * 65_537n) % eleven) mixed += rest;
    expect(isRoca(65_537n)).toBe(true);
    expect(isRoca(mixed)).toBe(false);
  });
});

describe("a modulus that is no product of two primes", () => {
  test("is seen when it is a prime or a power", () => {
    const p = randomPrime(400);
    expect([p, p ** 2n, p ** 3n, p ** 5n].map((modulus) => isPrimePower(modulus, 752))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(isPrimePower(757n ** 200n, 752)).toBe(true);
  });

  test("is not taken for one when it is sound", () => {
    expect(isPrimePower(randomPrime(1_024) * randomPrime(1_024), 752)).toBe(false);
  });
});

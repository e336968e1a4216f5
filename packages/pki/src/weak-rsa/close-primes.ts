import { integerRoot, isPower } from "./integer-root.ts";

/** Squares leave only 12 of the 64 remainders; a look at six bits spares most roots. */
const SQUARE_REMAINDERS: ReadonlySet<bigint> = new Set(Array.from({ length: 64 }, (_, n) => BigInt((n * n) % 64)));

const isSquare = (value: bigint): boolean => SQUARE_REMAINDERS.has(value & 63n) && isPower(value, 2);

/**
 * Whether Fermat's method finds the two factors of a modulus within `rounds` rounds, that is, whether they lie too close to
 * each other (BR §6.1.1.3). With a = ⌈√n⌉ and upwards, n = a² − b² is found when a² − n is a square.
 */
export const hasClosePrimes = (modulus: bigint, rounds: number): boolean => {
  const floor = integerRoot(modulus, 2);
  let upper = floor * floor === modulus ? floor : floor + 1n;
  let remainder = upper * upper - modulus;
  for (let round = 0; round < rounds; round += 1) {
    if (isSquare(remainder)) return true;
    remainder += 2n * upper + 1n;
    upper += 1n;
  }
  return false;
};

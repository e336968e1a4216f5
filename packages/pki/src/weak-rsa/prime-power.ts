import { checkPrimeSync } from "node:crypto";
import { isPower } from "./integer-root.ts";
import { primesBelow } from "./small-primes.ts";

/**
 * Whether a modulus is a prime, or a power of an integer without factors below `smallestFactor`; either way it falls apart at
 * once (BR §6.1.6, NIST SP 800-56A revision 3 §5.6.2.3).
 */
export const isPrimePower = (modulus: bigint, smallestFactor: number): boolean => {
  const bits = modulus.toString(2).length;
  const highest = Math.floor(bits / Math.log2(smallestFactor)) + 1;
  return checkPrimeSync(modulus) || primesBelow(highest + 1).some((degree) => isPower(modulus, degree));
};

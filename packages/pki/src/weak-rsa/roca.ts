import { primesBelow } from "./small-primes.ts";

/*
 * The faulty generator (CVE-2017-15361; Nemec et al., "The Return of Coppersmith's Attack", CCS 2017) drew every prime as
 * k·M + (65537^a mod M), M being the product of the first primes. Hence the modulus is a power of 65537 modulo each of
 * them, with one exponent for all. The first 39 primes are in M for every key length; that a sound modulus fits them
 * all by chance has a probability of about 2^-150.
 */
const GENERATOR = 65_537;
const PRIMES = primesBelow(168).slice(1);

/** An exponent known modulo the order of the generator. */
type Congruence = { readonly residue: bigint; readonly order: bigint };

/** The exponent e with GENERATOR^e ≡ value (mod prime); undefined when the generator never gets there. */
const discreteLog = (value: number, prime: number): Congruence | undefined => {
  const powers: number[] = [];
  for (let power = 1; !powers.includes(power); power = (power * GENERATOR) % prime) powers.push(power);
  const exponent = powers.indexOf(value);
  return exponent < 0 ? undefined : { residue: BigInt(exponent), order: BigInt(powers.length) };
};

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** Both congruences as one; undefined when they contradict each other. The second order is small, so trying is enough. */
const merged = (known: Congruence, next: Congruence): Congruence | undefined => {
  const steps = next.order / gcd(known.order, next.order);
  for (let step = 0n; step < steps; step += 1n) {
    const residue = known.residue + step * known.order;
    if (residue % next.order === next.residue) return { residue, order: known.order * steps };
  }
  return undefined;
};

/** Whether a modulus bears the mark of the generator whose keys can be factored (BR §6.1.1.3). */
export const isRoca = (modulus: bigint): boolean => {
  let known: Congruence | undefined = { residue: 0n, order: 1n };
  for (const prime of PRIMES) {
    const next = discreteLog(Number(modulus % BigInt(prime)), prime);
    known = next && merged(known, next);
    if (!known) return false;
  }
  return true;
};

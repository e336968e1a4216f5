/** Every prime below `limit`, in order. Meant for limits of a few thousand. */
export const primesBelow = (limit: number): readonly number[] => {
  const primes: number[] = [];
  for (let candidate = 2; candidate < limit; candidate += 1) {
    if (!primes.some((prime) => prime * prime <= candidate && candidate % prime === 0)) primes.push(candidate);
  }
  return primes;
};

/** The smallest prime below `limit` that divides `value`; undefined when there is none. */
export const smallFactor = (value: bigint, limit: number): number | undefined =>
  primesBelow(limit).find((prime) => value % BigInt(prime) === 0n);

/** The largest integer whose `degree`-th power is not above `value`, by Newton's method; `value` must not be negative. */
export const integerRoot = (value: bigint, degree: number): bigint => {
  if (value < 2n) return value;
  const power = BigInt(degree);
  const bits = value.toString(16).length * 4;
  let root = 1n << BigInt(Math.ceil(bits / degree) + 1);
  for (;;) {
    const next = ((power - 1n) * root + value / root ** (power - 1n)) / power;
    if (next >= root) return root;
    root = next;
  }
};

/** Whether `value` is exactly the `degree`-th power of an integer. */
export const isPower = (value: bigint, degree: number): boolean =>
  integerRoot(value, degree) ** BigInt(degree) === value;

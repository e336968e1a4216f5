import type { Money } from "@hostseal/core";

/** Hundredths of a per cent in the whole. */
const WHOLE = 10_000;

/** A purchase price with the partner's markup, in hundredths of a per cent, rounded up to the smallest unit. */
export const withMarkup = ({ amount, currency }: Money, markup: number): Money => ({
  amount: Math.ceil((amount * (WHOLE + markup)) / WHOLE),
  currency,
});

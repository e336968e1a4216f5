import type { Money, Product } from "@hostseal/core";
import { z } from "zod";
import { withMarkup } from "../../partner/markup.ts";

export type PriceRow = {
  readonly code: string;
  readonly title: string;
  readonly purchase: Money;
  /** In hundredths of a per cent. */
  readonly markup: number;
  readonly sale: Money;
  readonly margin: Money;
};

/** At most ten times the purchase price. */
const HIGHEST = 900;
const PER_CENT = 100;

/** A markup as it is typed, in per cent; in hundredths of it when it is kept. */
export const markupField = z.coerce
  .number()
  .min(0)
  .max(HIGHEST)
  .transform((percent) => Math.round(percent * PER_CENT));

export const toPriceRows = (
  products: readonly Product[],
  markups: Readonly<Record<string, number>>,
): readonly PriceRow[] =>
  products.map(({ code, title, price: { perYear: purchase } }) => {
    const markup = Object.hasOwn(markups, code) ? (markups[code] ?? 0) : 0;
    const sale = withMarkup(purchase, markup);
    const margin = { amount: sale.amount - purchase.amount, currency: purchase.currency };
    return { code, title, purchase, markup, sale, margin };
  });

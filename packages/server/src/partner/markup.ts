import { failure, formatMoney, type Money, type Order, type Scope } from "@hostseal/core";
import type { ServerSettings } from "../server-settings.ts";

/** Hundredths of a per cent in the whole. */
const WHOLE = 10_000;

/** A purchase price with the partner's markup, in hundredths of a per cent, rounded up to the smallest unit. */
export const withMarkup = ({ amount, currency }: Money, markup: number): Money => ({
  amount: Math.ceil((amount * (WHOLE + markup)) / WHOLE),
  currency,
});

/** What somebody is asked for an order: customers the partner's own price, whoever works there what it costs. */
export const shownPrice = (
  { price, product }: Pick<Order, "price" | "product">,
  scope: Scope,
  { markups = {} }: Pick<ServerSettings, "markups">,
): Money => (scope.kind === "customer" ? withMarkup(price, markups[product.code] ?? 0) : price);

type Offer = { readonly asked: Money; readonly accepted: Money };

/** Whoever accepts the price they were asked accepts what the order costs. Fails with `order.refused` for any other. */
export const acceptedCost = ({ id, price }: Order, { asked, accepted }: Offer): Money => {
  if (accepted.amount === asked.amount && accepted.currency === asked.currency) return price;
  const because = `its price is ${formatMoney(asked)}, not ${formatMoney(accepted)}`;
  throw failure("order.refused", { order: id, because });
};

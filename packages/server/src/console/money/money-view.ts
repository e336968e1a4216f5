import { addMoney, type Money, type Order } from "@hostseal/core";
import { type Instant, toIso, toUnicodeName } from "@hostseal/rules";

export type ChargeRow = {
  readonly at: Instant;
  readonly order: string;
  readonly customer: string;
  readonly name: string;
  readonly amount: Money;
};

export type MoneyView = {
  readonly balances: readonly { readonly issuer: string; readonly balance: Money }[];
  /** The newest first. */
  readonly charges: readonly ChargeRow[];
  /** Sums by month and currency, the newest first. */
  readonly months: readonly { readonly month: string; readonly amount: Money }[];
};

const MOST_ROWS = 100;
const MONTH_LENGTH = "2026-11".length;

/** Everything that was paid for these orders, the newest first. */
export const toChargeRows = (orders: readonly Order[]): readonly ChargeRow[] =>
  orders
    .flatMap(({ id, customer, names, charges }) =>
      charges.map(({ at, amount }) => ({ at, order: id, customer, name: names.map(toUnicodeName)[0] ?? "", amount })),
    )
    .toSorted((one, other) => other.at - one.at);

const byMonth = (charges: readonly ChargeRow[]): MoneyView["months"] => {
  const sums = new Map<string, { readonly month: string; readonly amount: Money }>();
  for (const { at, amount } of charges) {
    const month = toIso(at).slice(0, MONTH_LENGTH);
    const key = `${month} ${amount.currency}`;
    sums.set(key, { month, amount: addMoney(sums.get(key)?.amount ?? { ...amount, amount: 0 }, amount) });
  }
  return [...sums.values()];
};

export const toMoneyView = (balances: MoneyView["balances"], charges: readonly ChargeRow[]): MoneyView => ({
  balances,
  charges: charges.slice(0, MOST_ROWS),
  months: byMonth(charges),
});

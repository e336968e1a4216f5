import type { Money } from "@hostseal/core";
import { formatMoney } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import { refuse } from "../refusal.ts";

/** One movement of a partner's prepaid balance. `amount` is in cents, positive for a charge, negative for a refund. */
export type Entry = { readonly partner: string; readonly order: string; readonly amount: number; readonly at: Instant };

/** The prepaid balances. An order is charged once and refunded once, however often that is asked. */
export type Ledger = {
  readonly balance: (partner: string) => Money;
  readonly setBalance: (partner: string, amount: number) => void;
  /** @throws Refusal `funds-short`, with nothing taken. */
  readonly charge: (entry: Entry) => void;
  readonly refund: (order: string, at: Instant) => void;
  /** What an order has cost so far. */
  readonly charged: (order: string) => Money;
  readonly entries: () => readonly Entry[];
};

const CURRENCY = "EUR";
const euros = (amount: number): Money => ({ amount, currency: CURRENCY });
const sum = (entries: readonly Entry[]): number => entries.reduce((total, { amount }) => total + amount, 0);

export const createLedger = (): Ledger => {
  const opening = new Map<string, number>();
  const entries: Entry[] = [];
  const of = (order: string): Entry[] => entries.filter((entry) => entry.order === order);
  const balance = (partner: string): number =>
    (opening.get(partner) ?? 0) - sum(entries.filter((entry) => entry.partner === partner));

  return {
    balance: (partner) => euros(balance(partner)),
    setBalance(partner, amount) {
      opening.set(partner, (opening.get(partner) ?? 0) + amount - balance(partner));
    },
    charge(entry) {
      if (of(entry.order).length > 0) return;
      const left = balance(entry.partner);
      if (left < entry.amount) {
        throw refuse("funds-short", `${formatMoney(euros(entry.amount))} needed, ${formatMoney(euros(left))} left`);
      }
      entries.push(entry);
    },
    refund(order, at) {
      const [first] = of(order);
      const amount = sum(of(order));
      if (first && amount > 0) entries.push({ ...first, amount: -amount, at });
    },
    charged: (order) => euros(sum(of(order))),
    entries: () => [...entries],
  };
};

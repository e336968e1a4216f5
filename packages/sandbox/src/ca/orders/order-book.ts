import type { Instant } from "@hostseal/rules";
import type { CaOrder } from "./order.ts";

/** One entry of the change feed; `sequence` rises by one with every change of any order. */
export type Change = {
  readonly sequence: number;
  readonly ref: string;
  readonly partner: string;
  readonly at: Instant;
};

/** All orders of the authority, and what changed when. */
export type OrderBook = {
  readonly get: (ref: string) => CaOrder | undefined;
  /** The order a partner's own number belongs to: the number of the order, or of one of its reissues. */
  readonly byReference: (partner: string, reference: string) => CaOrder | undefined;
  /** The order a public key (hex SHA-256) was first used in. */
  readonly byKey: (publicKeySha256: string) => CaOrder | undefined;
  readonly put: (order: CaOrder, at: Instant) => CaOrder;
  readonly all: () => readonly CaOrder[];
  readonly changesAfter: (partner: string, sequence: number) => readonly Change[];
};

const address = (partner: string, reference: string): string => JSON.stringify([partner, reference]);

export const createOrderBook = (): OrderBook => {
  const orders = new Map<string, CaOrder>();
  const refs = new Map<string, string>();
  const keys = new Map<string, string>();
  const changes: Change[] = [];
  const get = (ref: string): CaOrder | undefined => orders.get(ref);

  return {
    get,
    byReference: (partner, reference) => get(refs.get(address(partner, reference)) ?? ""),
    byKey: (key) => get(keys.get(key) ?? ""),
    put(order, at) {
      orders.set(order.ref, order);
      for (const { reference, csr } of order.generations) {
        refs.set(address(order.partner, reference), order.ref);
        if (!keys.has(csr.publicKeySha256)) keys.set(csr.publicKeySha256, order.ref);
      }
      changes.push({ sequence: changes.length + 1, ref: order.ref, partner: order.partner, at });
      return order;
    },
    all: () => [...orders.values()],
    changesAfter: (partner, sequence) => changes.slice(sequence).filter((change) => change.partner === partner),
  };
};

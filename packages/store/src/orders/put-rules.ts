import type { Order } from "@hostseal/core";
import { failure } from "@hostseal/core";
import type { OrderCard } from "../index/order-card.ts";

/**
 * What must hold before an order is written: the writer has seen the version that is there, and the journal does not
 * lose entries or chapters. Fails with `store.stale`.
 */
export const assertMayFollow = (known: OrderCard | undefined, order: Order, expectedVersion: number): void => {
  const isExpected = (known?.version ?? 0) === expectedVersion;
  const keepsJournal =
    order.journal.sequence >= (known?.sequence ?? 0) && order.journal.chapters >= (known?.chapters ?? 0);
  if (!isExpected || !keepsJournal) throw failure("store.stale", { document: `Order ${order.id}` });
};

import { asId, failure, type JournalEntry, type Order, type OrderId, type Scope, type Store } from "@hostseal/core";

/** The order with this number, if the scope holds it. Fails with `order.unknown`. */
export const findOrder = async (store: Store, id: string, scope: Scope): Promise<Order> => {
  const stored = await store.get(asId<OrderId>(id), scope);
  if (!stored) throw failure("order.unknown", { order: id });
  return stored.order;
};

/** The journal of an order from its first day. */
export const wholeJournal = async (store: Store, order: Order, scope: Scope): Promise<readonly JournalEntry[]> => {
  const entries: JournalEntry[] = [];
  for await (const chapter of store.chapters(order.id, scope)) entries.push(...chapter.entries);
  return [...entries, ...order.journal.entries];
};

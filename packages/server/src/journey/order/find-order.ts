import { asId, failure, type Order, type OrderId, type Scope, type Store } from "@hostseal/core";

/** The order with this number, if the scope holds it. Fails with `order.unknown`. */
export const findOrder = async (store: Store, id: string, scope: Scope): Promise<Order> => {
  const stored = await store.get(asId<OrderId>(id), scope);
  if (!stored) throw failure("order.unknown", { order: id });
  return stored.order;
};

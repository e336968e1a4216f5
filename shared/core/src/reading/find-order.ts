import { failure } from "../errors/failure.ts";
import { asId, type OrderId } from "../identifiers.ts";
import type { Order } from "../orders/order.ts";
import type { Scope, Store } from "../ports/store.ts";

/** The order with this number, if the scope holds it. Fails with `order.unknown`. */
export const findOrder = async (store: Store, number: string, scope: Scope): Promise<Order> => {
  const id = asId<OrderId>(number);
  const stored = await store.get(id, scope);
  if (stored === undefined) throw failure("order.unknown", { order: id });
  return stored.order;
};

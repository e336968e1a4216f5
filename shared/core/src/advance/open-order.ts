import { failure } from "../errors/failure.ts";
import type { OrderId } from "../identifiers.ts";
import type { Order } from "../orders/order.ts";
import type { Scope, Store } from "../ports/store.ts";

/** An order in the hand: read once, written with the version it was read at. */
export type OpenOrder = { readonly order: Order; save(next: Order): Promise<Order> };

/** Reads an order for changing it. Fails with `order.unknown` outside the scope. */
export const openOrder = async (store: Store, id: OrderId, scope: Scope): Promise<OpenOrder> => {
  const stored = await store.get(id, scope);
  if (stored === undefined) throw failure("order.unknown", { order: id });
  let { version } = stored;
  return {
    order: stored.order,
    save: async (next) => {
      version = await store.put(next, version);
      return next;
    },
  };
};

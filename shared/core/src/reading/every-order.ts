import type { Order } from "../orders/order.ts";
import type { OrderQuery, Store } from "../ports/store.ts";

const PAGE = 200;

/** Every order that a query finds, page after page. */
export async function* everyOrder(store: Store, query: Omit<OrderQuery, "limit" | "after">): AsyncIterable<Order> {
  let page = await store.query({ ...query, limit: PAGE });
  for (;;) {
    yield* page.orders;
    if (page.next === undefined) return;
    page = await store.query({ ...query, limit: PAGE, after: page.next });
  }
}

import type { Order, OrderQuery } from "@hostseal/core";
import type { LocalWorld } from "../composition/create-world.ts";

const PAGE = 100;

/** Every order a question asks for, page by page. */
export async function* everyOrder(world: LocalWorld, query: Omit<OrderQuery, "limit" | "after">): AsyncIterable<Order> {
  let page = await world.store.query({ ...query, limit: PAGE });
  for (;;) {
    yield* page.orders;
    if (page.next === undefined) return;
    page = await world.store.query({ ...query, limit: PAGE, after: page.next });
  }
}

import type { Order, OrderId, OrderQuery, Store } from "@hostseal/core";

const PAGE = 200;

/** Every order that a query finds, page after page. */
export const everyOrder = async (
  store: Store,
  query: Omit<OrderQuery, "after" | "limit">,
): Promise<readonly Order[]> => {
  const orders: Order[] = [];
  let after: OrderId | undefined;
  do {
    const page = await store.query({ ...query, limit: PAGE, ...(after !== undefined && { after }) });
    orders.push(...page.orders);
    after = page.next;
  } while (after !== undefined);
  return orders;
};

import { deepEqual, equal } from "node:assert/strict";
import type { Order, OrderId, OrderQuery, Store } from "@hostseal/core";
import { asId } from "@hostseal/core";
import { sampleOrder, sampleStep } from "@hostseal/core/sample-order";
import type { StoreCheck } from "./store-check.ts";
import { everything, idsFrom } from "./store-check.ts";

const putAll = async (store: Store, orders: readonly Order[]): Promise<void> => {
  await Promise.all(orders.map(async (order) => store.put(order, 0)));
};

const listAll = async (store: Store, query: Omit<OrderQuery, "after">): Promise<readonly OrderId[]> => {
  const ids: OrderId[] = [];
  let page = await store.query(query);
  ids.push(...page.orders.map(({ id }) => id));
  while (page.next !== undefined) {
    page = await store.query({ ...query, after: page.next });
    ids.push(...page.orders.map(({ id }) => id));
  }
  return ids;
};

/** Lists of orders: paging, states, names. */
export const storePaging: readonly StoreCheck[] = [
  {
    name: "pages through all orders by id, whatever the size of a page",
    run: async ({ store }) => {
      const ids = idsFrom("order", 12);
      await putAll(
        store,
        ids.toReversed().map((id) => sampleOrder(id)),
      );
      for (const limit of [1, 5, 12, 100]) deepEqual(await listAll(store, { scope: everything, limit }), ids);
    },
  },
  {
    name: "says of the last page that it is the last, also when it is full or empty",
    run: async ({ store }) => {
      equal((await store.query({ scope: everything, limit: 2 })).next, undefined);
      const [first, second] = [sampleOrder("order-1"), sampleOrder("order-2")];
      await putAll(store, [first, second]);
      equal((await store.query({ scope: everything, limit: 2 })).next, undefined);
      equal((await store.query({ scope: everything, limit: 1 })).next, first.id);
      equal((await store.query({ scope: everything, limit: 1, after: first.id })).next, undefined);
    },
  },
  {
    name: "neither repeats nor drops an order while others are written between two pages",
    run: async ({ store }) => {
      const ids = idsFrom("order", 6);
      await putAll(
        store,
        ids.map((id) => sampleOrder(id)),
      );
      const page = await store.query({ scope: everything, limit: 3 });
      const [first] = page.orders;
      await putAll(
        store,
        ["aaa", "order-00a", "zzz"].map((id) => sampleOrder(id)),
      );
      if (first !== undefined) await store.put(sampleStep(first, { names: [] }), 1);
      const rest = await store.query({ scope: everything, limit: 100, ...(page.next && { after: page.next }) });
      deepEqual(
        [...page.orders, ...rest.orders].map(({ id }) => id),
        [...ids, "zzz"],
      );
    },
  },
  {
    name: "finds orders by state, and follows when it changes",
    run: async ({ store }) => {
      const draft = sampleOrder("order-1", { state: { kind: "draft" } });
      await putAll(store, [draft, sampleOrder("order-2")]);
      const drafts = { scope: everything, state: "draft", limit: 10 } as const;
      deepEqual(await listAll(store, drafts), [draft.id]);
      await store.put(sampleStep(draft, { state: { kind: "placed", at: 1 } }), 1);
      deepEqual(await listAll(store, drafts), []);
      deepEqual(await listAll(store, { ...drafts, state: "placed" }), [draft.id]);
    },
  },
  {
    name: "finds orders by exact name, and follows when names are added and dropped",
    run: async ({ store }) => {
      const [shop, blog, mail] = [asId<Order["names"][0]>("shop.example"), asId("blog.example"), asId("mail.example")];
      const order = sampleOrder("order-1", { names: [shop, asId("blog.example")] });
      await putAll(store, [order, sampleOrder("order-2", { names: [shop] })]);
      const holders = async (name: string): Promise<readonly OrderId[]> =>
        listAll(store, { scope: everything, name, limit: 1 });
      deepEqual(await holders("shop.example"), ["order-1", "order-2"]);
      deepEqual(await holders("hop.example"), []);
      await store.put(sampleStep(order, { names: [asId(blog), asId(mail)] }), 1);
      deepEqual(await holders("shop.example"), ["order-2"]);
      deepEqual([await holders("blog.example"), await holders("mail.example")], [["order-1"], ["order-1"]]);
    },
  },
];

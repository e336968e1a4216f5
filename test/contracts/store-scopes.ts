import { deepEqual, equal } from "node:assert/strict";
import type { OrderId, Scope, Store } from "@hostseal/core";
import { asId } from "@hostseal/core";
import { sampleChapter, sampleOrder, withoutChapter } from "@hostseal/core/sample-order";
import type { StoreCheck } from "./store-check.ts";
import { everything } from "./store-check.ts";

const partnerScope = (partner: string): Scope => ({ kind: "partner", partner: asId(partner) });
const customerScope = (partner: string, customer: string): Scope => ({
  kind: "customer",
  partner: asId(partner),
  customer: asId(customer),
});

const ID = asId<OrderId>("order-1");
const INSIDE = [everything, partnerScope("p1"), customerScope("p1", "c1")];
const OUTSIDE = [
  partnerScope("p2"),
  customerScope("p1", "c2"),
  customerScope("p2", "c1"),
  customerScope("p", "1c1"),
  customerScope("p1c1", ""),
];

/** One order of customer c1 of partner p1, with one chapter. */
const putOrder = async (store: Store): Promise<void> => {
  const order = sampleOrder(ID, { partner: asId("p1"), customer: asId("c1") });
  const chapter = sampleChapter(order);
  await store.archive(chapter);
  await store.put(withoutChapter(order, chapter), 0);
};

const countOf = async (store: Store, scope: Scope, name?: string): Promise<number> => {
  const page = await store.query({ scope, limit: 10, ...(name !== undefined && { name }) });
  return page.orders.length;
};

/** Who may see what: out of scope is not there. */
export const storeScopes: readonly StoreCheck[] = [
  {
    name: "shows an order to its customer, its partner and the scheduler",
    run: async ({ store }) => {
      await putOrder(store);
      for (const scope of INSIDE) {
        equal((await store.get(ID, scope))?.order.id, ID);
        equal(await countOf(store, scope), 1);
        equal((await Array.fromAsync(store.chapters(ID, scope))).length, 1);
      }
    },
  },
  {
    name: "has no such order for another partner or customer",
    run: async ({ store }) => {
      await putOrder(store);
      for (const scope of OUTSIDE) equal(await store.get(ID, scope), undefined);
    },
  },
  {
    name: "lists no order of another partner or customer, not even by name",
    run: async ({ store }) => {
      await putOrder(store);
      for (const scope of OUTSIDE) {
        equal(await countOf(store, scope), 0);
        equal(await countOf(store, scope, `${ID}.example.com`), 0);
      }
    },
  },
  {
    name: "gives no chapter of an order out of scope",
    run: async ({ store }) => {
      await putOrder(store);
      for (const scope of OUTSIDE) deepEqual(await Array.fromAsync(store.chapters(ID, scope)), []);
    },
  },
];

import { deepEqual, equal } from "node:assert/strict";
import type { DueRequest, Order, Store } from "@hostseal/core";
import { sampleOrder, sampleStep } from "@hostseal/core/sample-order";
import type { StoreCheck } from "./store-check.ts";

const ASKED: DueRequest = { now: 1000, rulesEdition: "new", limit: 10 };

const dueAt = (id: string, at: number | null, rulesEdition = "new"): Order =>
  sampleOrder(id, { next: { at, rulesEdition } });

const putAll = async (store: Store, orders: readonly Order[]): Promise<void> => {
  for (const order of orders) await store.put(order, 0);
};

/** When orders are to be looked at. */
export const storeDue: readonly StoreCheck[] = [
  {
    name: "gives the orders whose time has come, earliest first, and no others",
    run: async ({ store }) => {
      await putAll(store, [dueAt("b", 1000), dueAt("c", 10), dueAt("a", 999), dueAt("d", 1001), dueAt("e", null)]);
      deepEqual(await store.due(ASKED), ["c", "a", "b"]);
    },
  },
  {
    name: "gives no more due orders than asked for, and the earliest of them",
    run: async ({ store }) => {
      const times = [700, 300, 900, 100, 500, 200, 800, 400, 600];
      await putAll(
        store,
        times.map((at) => dueAt(`order-${1000 - at}`, at, at % 200 === 0 ? "old" : "new")),
      );
      deepEqual(await store.due({ ...ASKED, limit: 4 }), ["order-900", "order-800", "order-700", "order-600"]);
    },
  },
  {
    name: "gives orders that were last decided under another rules edition before their time, also those without one",
    run: async ({ store }) => {
      await putAll(store, [
        dueAt("future", 5000, "old"),
        dueAt("never", null, "old"),
        dueAt("past", 1),
        dueAt("no", 9999),
      ]);
      deepEqual(await store.due(ASKED), ["past", "future", "never"]);
      deepEqual(await store.due({ ...ASKED, rulesEdition: "old", now: 0 }), ["past", "no"]);
    },
  },
  {
    name: "follows when an order's time or rules edition changes",
    run: async ({ store }) => {
      const [first, second] = [dueAt("a", 10, "old"), dueAt("b", 20)];
      await putAll(store, [first, second]);
      await store.put(sampleStep(first, { next: { at: 30, rulesEdition: "new" } }), 1);
      deepEqual(await store.due(ASKED), ["b", "a"]);
      await store.put(sampleStep(second, { next: { at: 5000, rulesEdition: "new" } }), 1);
      deepEqual(await store.due(ASKED), ["a"]);
      await store.put(sampleStep(first, { next: { at: null, rulesEdition: "new" } }), 2);
      deepEqual(await store.due(ASKED), []);
    },
  },
  {
    name: "says when the next order becomes due",
    run: async ({ store }) => {
      equal(await store.nextDue(), undefined);
      const order = dueAt("a", 300);
      await putAll(store, [order, dueAt("b", 500), dueAt("c", null)]);
      equal(await store.nextDue(), 300);
      await store.put(sampleStep(order, { next: { at: null, rulesEdition: "new" } }), 1);
      equal(await store.nextDue(), 500);
    },
  },
];

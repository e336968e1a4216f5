import { deepEqual, equal } from "node:assert/strict";
import type { OrderId, Store } from "@hostseal/core";
import { asId, isFailure } from "@hostseal/core";
import { sampleOrder, sampleStep } from "@hostseal/core/sample-order";
import type { StoreCheck } from "./store-check.ts";
import { everything, failsWith, idsFrom } from "./store-check.ts";

const versionOf = async (store: Store, id: OrderId): Promise<number | undefined> =>
  (await store.get(id, everything))?.version;

/** Adds one journal entry, again and again until nobody was faster. */
const addEntry = async (store: Store, id: OrderId): Promise<void> => {
  const stored = await store.get(id, everything);
  if (stored === undefined) throw new TypeError(`order ${id} is gone`);
  try {
    await store.put(sampleStep(stored.order), stored.version);
  } catch (error) {
    if (!isFailure(error, "store.stale")) throw error;
    await addEntry(store, id);
  }
};

/** Does what types forbid. */
const slipIn = (names: readonly string[] | undefined): void => {
  (names as string[]).push("slipped-in.example.com");
};

/** Writing orders: versions, contention, copies. */
export const storeWriting: readonly StoreCheck[] = [
  {
    name: "gives back what was put, with its version",
    run: async ({ store }) => {
      const order = sampleOrder("order-1");
      equal(await store.put(order, 0), 1);
      deepEqual(await store.get(order.id, everything), { order, version: 1 });
      const later = sampleStep(order, { contactEmails: ["new@example.com"] });
      equal(await store.put(later, 1), 2);
      deepEqual(await store.get(order.id, everything), { order: later, version: 2 });
    },
  },
  {
    name: "knows nothing of an order that was never put",
    run: async ({ store }) => {
      await store.put(sampleOrder("order-1"), 0);
      equal(await store.get(asId("order-2"), everything), undefined);
      equal(await store.get(asId("../order-1"), everything), undefined);
    },
  },
  {
    name: "keeps orders apart whatever their ids hold",
    run: async ({ store }) => {
      const ids = ["a/b", "a", "a.b", "..", "a%2Fb", "a b", "A"];
      for (const id of ids) await store.put(sampleOrder(id, { contactEmails: [`to ${id}`] }), 0);
      for (const id of ids) {
        const stored = await store.get(asId(id), everything);
        deepEqual(stored?.order.contactEmails, [`to ${id}`]);
      }
    },
  },
  {
    name: "refuses a write over any version but the last, and changes nothing",
    run: async ({ store }) => {
      const order = sampleOrder("order-1");
      await failsWith("store.stale", store.put(order, 1));
      equal(await versionOf(store, order.id), undefined);
      await store.put(order, 0);
      const kept = sampleStep(order);
      await store.put(kept, 1);
      for (const version of [0, 1, 3]) await failsWith("store.stale", store.put(sampleStep(kept), version));
      deepEqual(await store.get(order.id, everything), { order: kept, version: 2 });
    },
  },
  {
    name: "lets one of many writers at once win, and tells the others",
    run: async ({ store }) => {
      const order = sampleOrder("order-1");
      await store.put(order, 0);
      const writers = Array.from({ length: 8 }, async () => store.put(sampleStep(order), 1));
      const outcomes = await Promise.allSettled(writers);
      equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
      equal(await versionOf(store, order.id), 2);
    },
  },
  {
    name: "loses no change when many writers read, change and try again",
    run: async ({ store }) => {
      const order = sampleOrder("order-1");
      await store.put(order, 0);
      const writer = async (): Promise<void> => {
        for (let turn = 0; turn < 5; turn += 1) await addEntry(store, order.id);
      };
      await Promise.all(Array.from({ length: 8 }, writer));
      const stored = await store.get(order.id, everything);
      equal(stored?.version, 41);
      equal(stored?.order.journal.sequence, order.journal.sequence + 40);
    },
  },
  {
    name: "takes writes of many orders at once",
    run: async ({ store }) => {
      const ids = idsFrom("order", 50);
      await Promise.all(ids.map(async (id) => store.put(sampleOrder(id), 0)));
      const versions = await Promise.all(ids.map(async (id) => versionOf(store, id)));
      deepEqual(versions, Array(50).fill(1));
    },
  },
  {
    name: "refuses an order whose journal has fewer entries or chapters than before",
    run: async ({ store }) => {
      const order = sampleOrder("order-1", { journal: { sequence: 9, head: "0f", chapters: 2, entries: [] } });
      await store.put(order, 0);
      const { journal } = order;
      await failsWith("store.stale", store.put({ ...order, journal: { ...journal, sequence: 8 } }, 1));
      await failsWith("store.stale", store.put({ ...order, journal: { ...journal, chapters: 1 } }, 1));
      deepEqual(await store.get(order.id, everything), { order, version: 1 });
    },
  },
  {
    name: "is not changed through what it was given or what it gave",
    run: async ({ store }) => {
      const order = sampleOrder("order-1");
      const given = structuredClone(order);
      await store.put(given, 0);
      slipIn(given.names);
      slipIn((await store.get(order.id, everything))?.order.names);
      deepEqual(await store.get(order.id, everything), { order, version: 1 });
      const page = await store.query({ scope: everything, limit: 10, name: "slipped-in.example.com" });
      deepEqual(page.orders, []);
    },
  },
];

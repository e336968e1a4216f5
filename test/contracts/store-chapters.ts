import { deepEqual, doesNotReject } from "node:assert/strict";
import type { Chapter, Order, Store } from "@hostseal/core";
import { sampleChapter, sampleOrder, sampleStep, withoutChapter } from "@hostseal/core/sample-order";
import type { StoreCheck } from "./store-check.ts";
import { everything, failsWith } from "./store-check.ts";

/** Closes the order's next chapter, as `advance` does: first the chapter, then the order. */
const closeChapter = async (store: Store, order: Order, version: number): Promise<Order> => {
  const chapter = sampleChapter(order);
  await store.archive(chapter);
  const shorter = withoutChapter(order, chapter);
  await store.put(shorter, version);
  return shorter;
};

const chaptersOf = async (store: Store, { id }: Order): Promise<readonly Chapter[]> =>
  Array.fromAsync(store.chapters(id, everything));

/** Finished chapters: written once, in order, never without their order. */
export const storeChapters: readonly StoreCheck[] = [
  {
    name: "gives the chapters of an order oldest first, with the journal in one piece",
    run: async ({ store }) => {
      let order = sampleOrder("order-1");
      for (let version = 0; version < 12; version += 1) {
        order = sampleStep(await closeChapter(store, order, version));
      }
      const chapters = await chaptersOf(store, order);
      deepEqual(
        chapters.map(({ number }) => number),
        Array.from({ length: 12 }, (_, step) => step + 1),
      );
      deepEqual(
        chapters.flatMap(({ entries }) => entries.map(({ sequence }) => sequence)),
        Array.from({ length: 15 }, (_, step) => step + 1),
      );
    },
  },
  {
    name: "takes the same chapter twice",
    run: async ({ store }) => {
      const order = sampleOrder("order-1");
      const chapter = sampleChapter(order);
      await closeChapter(store, order, 0);
      await store.archive({ ...chapter });
      deepEqual(await chaptersOf(store, order), [chapter]);
    },
  },
  {
    name: "refuses another chapter under a number that its order knows",
    run: async ({ store }) => {
      const order = sampleOrder("order-1");
      await closeChapter(store, order, 0);
      await failsWith("store.stale", store.archive(sampleChapter(sampleStep(order))));
      deepEqual(await chaptersOf(store, order), [sampleChapter(order)]);
    },
  },
  {
    name: "does not give a chapter that its order does not know of",
    run: async ({ store }) => {
      const order = sampleOrder("order-1");
      await store.archive(sampleChapter(order));
      deepEqual(await chaptersOf(store, order), []);
      await store.put(order, 0);
      deepEqual(await chaptersOf(store, order), []);
    },
  },
  {
    name: "takes a chapter anew with more entries as long as its order does not know of it, and never with fewer",
    run: async ({ store }) => {
      const order = sampleOrder("order-1");
      const longer = sampleStep(order);
      await store.put(order, 0);
      await store.archive(sampleChapter(order));
      await store.put(longer, 1);
      await doesNotReject(store.archive(sampleChapter(longer)));
      await failsWith("store.stale", store.archive(sampleChapter(order)));
      await closeChapter(store, longer, 2);
      deepEqual(await chaptersOf(store, order), [sampleChapter(longer)]);
    },
  },
];

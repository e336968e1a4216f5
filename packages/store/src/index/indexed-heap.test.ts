import fc from "fast-check";
import { expect, it } from "vitest";
import { createIndexedHeap } from "./indexed-heap.ts";

type Item = { readonly key: number; readonly rank: number };

const isBefore = (left: Item, right: Item): boolean =>
  left.rank < right.rank || (left.rank === right.rank && left.key < right.key);

const key = fc.integer({ min: 0, max: 20 });
const change = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), key, rank: fc.integer({ min: -5, max: 5 }) }),
  fc.record({ kind: fc.constant("delete" as const), key }),
);

it("always holds the same items as a sorted list, in the same order", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
      const heap = createIndexedHeap<number, Item>({ keyOf: (item) => item.key, isBefore });
      const model = new Map<number, Item>();
      for (const step of changes) {
        if (step.kind === "set") {
          heap.set({ key: step.key, rank: step.rank });
          model.set(step.key, { key: step.key, rank: step.rank });
        } else {
          heap.delete(step.key);
          model.delete(step.key);
        }
        const sorted = [...model.values()].sort((left, right) => (isBefore(left, right) ? -1 : 1));
        expect([...heap.ascending()]).toEqual(sorted);
        expect([heap.first(), heap.size]).toEqual([sorted[0], sorted.length]);
      }
    }),
  );
});

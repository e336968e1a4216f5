import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { mapConcurrently } from "./map-concurrently.ts";

it("keeps the order of the items and never has more works under way than allowed", async () => {
  let running = 0;
  let most = 0;
  const double = async (item: number): Promise<number> => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < item % 3; turn += 1) await nextTurn();
    running -= 1;
    return item * 2;
  };
  const items = Array.from({ length: 20 }, (_, item) => item);
  expect(await mapConcurrently(items, 4, double)).toEqual(items.map((item) => item * 2));
  expect(most).toBe(4);
});

it("gives nothing for no items", async () => {
  expect(await mapConcurrently([], 4, async () => 1)).toEqual([]);
});

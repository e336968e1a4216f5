import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { atMost } from "./at-most.ts";

it("never has more works under way than allowed, begins them in order, and survives those that fail", async () => {
  const run = atMost(4);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = async (item: number): Promise<number> => {
    begun.push(item);
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < item % 3; turn += 1) await nextTurn();
    running -= 1;
    if (item % 5 === 0) throw new TypeError("no luck");
    return item;
  };
  const items = Array.from({ length: 20 }, (_, item) => item);
  const outcomes = await Promise.allSettled(items.map(async (item) => run(async () => work(item))));
  expect(begun).toEqual(items);
  expect(most).toBe(4);
  expect(outcomes.map(({ status }) => status)).toEqual(
    items.map((item) => (item % 5 === 0 ? "rejected" : "fulfilled")),
  );
  expect(await run(async () => "last")).toBe("last");
});

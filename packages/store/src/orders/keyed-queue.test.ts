import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { createKeyedQueue } from "./keyed-queue.ts";

const createDiary = () => {
  const lines: string[] = [];
  const work = (name: string) => async (): Promise<string> => {
    lines.push(`${name} begins`);
    await nextTurn();
    lines.push(`${name} ends`);
    return name;
  };
  return { lines, work };
};

it("does one work of a key after the other, in the order they came", async () => {
  const queue = createKeyedQueue();
  const { lines, work } = createDiary();
  expect(await Promise.all([queue.run("key", work("a")), queue.run("key", work("b"))])).toEqual(["a", "b"]);
  expect(lines).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

it("does works of different keys at the same time", async () => {
  const queue = createKeyedQueue();
  const { lines, work } = createDiary();
  await Promise.all([queue.run("one", work("a")), queue.run("other", work("b"))]);
  expect(lines.slice(0, 2).toSorted()).toEqual(["a begins", "b begins"]);
});

it("goes on after a work that failed, and tells only whoever asked for it", async () => {
  const queue = createKeyedQueue();
  const { work } = createDiary();
  const failing = queue.run("key", async () => {
    throw new TypeError("no luck");
  });
  const next = queue.run("key", work("next"));
  await expect(failing).rejects.toThrow("no luck");
  expect(await next).toBe("next");
});

it("is idle when everything queued has ended, well or not", async () => {
  const queue = createKeyedQueue();
  const { lines, work } = createDiary();
  const failing = queue.run("key", async () => {
    throw new TypeError("no luck");
  });
  const outcome = expect(failing).rejects.toThrow("no luck");
  const last = queue.run("key", work("last"));
  await queue.idle();
  expect(lines).toEqual(["last begins", "last ends"]);
  await Promise.all([outcome, last]);
});

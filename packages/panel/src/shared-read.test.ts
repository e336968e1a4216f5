import { expect, it } from "vitest";
import { createSharedRead } from "./shared-read.ts";

it("is read once for all who ask meanwhile, and again for those who ask later", async () => {
  let readings = 0;
  const read = createSharedRead(async () => (readings += 1));
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
  expect(await read()).toBe(2);
});

it("is read again after it failed", async () => {
  const outcomes = [Promise.reject(new Error("broken")), Promise.resolve("whole")];
  const read = createSharedRead(async () => (await outcomes.shift()) ?? "nothing");
  await expect(read()).rejects.toThrow("broken");
  expect(await read()).toBe("whole");
});

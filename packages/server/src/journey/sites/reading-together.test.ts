import { expect, test } from "vitest";
import { createReadingTogether } from "./reading-together.ts";

test("those who ask at the same time share one reading, and whoever comes later has a new one", async () => {
  const asked: string[] = [];
  const read = createReadingTogether(async (key: string) => `${key} ${asked.push(key)}`);
  expect(await Promise.all([read("anna"), read("anna"), read("ben")])).toEqual(["anna 1", "anna 1", "ben 2"]);
  expect(await read("anna")).toBe("anna 3");
});

test("a reading that fails is not kept", async () => {
  let count = 0;
  const read = createReadingTogether(async (key: string) => {
    count += 1;
    if (count === 1) throw new Error("no answer");
    return key;
  });
  await expect(Promise.all([read("anna"), read("anna")])).rejects.toThrow("no answer");
  expect(await read("anna")).toBe("anna");
});

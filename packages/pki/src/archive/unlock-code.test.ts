import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { makeUnlockCode } from "./unlock-code.ts";

const code = (): string => makeUnlockCode(randomBytes).reveal();

test("is five groups of five signs that cannot be mistaken for one another", () => {
  for (let n = 0; n < 200; n += 1) expect(code()).toMatch(/^([2-9A-HJ-NP-Z]{5}-){4}[2-9A-HJ-NP-Z]{5}$/);
});

test("is different every time, and uses every sign about equally often", () => {
  const codes = Array.from({ length: 2_000 }, code);
  const counts = Map.groupBy(codes.join("").replaceAll("-", ""), (sign) => sign);
  expect(new Set(codes).size).toBe(2_000);
  expect(counts.size).toBe(32);
  // 50,000 signs: 1,562 each on average, with a standard deviation of 39.
  for (const [, occurrences] of counts) expect(Math.abs(occurrences.length - 1_562)).toBeLessThan(300);
});

test("depends on the source of chance alone, and hides itself", () => {
  const zeroes = makeUnlockCode((count) => new Uint8Array(count));
  expect(zeroes.reveal()).toBe("22222-22222-22222-22222-22222");
  expect(String(zeroes)).toBe("[secret]");
});

test("refuses a source that gives too little", () => {
  expect(() => makeUnlockCode(() => new Uint8Array(3))).toThrow(TypeError);
});

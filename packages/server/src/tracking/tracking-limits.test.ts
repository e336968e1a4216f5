import { expect, test } from "vitest";
import { createTrackingLimits } from "./tracking-limits.ts";

const times = async (count: number, ask: () => Promise<boolean>): Promise<number> => {
  let allowed = 0;
  for (let time = 0; time < count; time += 1) allowed += (await ask()) ? 1 : 0;
  return allowed;
};

test.each([
  ["work", 24],
  ["answer", 6],
  [undefined, 12],
] as const)("a search solved by %s counts so much that %i fit into a quarter of an hour", async (way, most) => {
  const limits = createTrackingLimits();
  expect(await times(30, () => limits.maySearch("192.0.2.1", way))).toBe(most);
  expect(await limits.maySearch("192.0.2.2", way)).toBe(true);
});

test("all addresses of one IPv6 network count as one", async () => {
  const limits = createTrackingLimits();
  let last = 0;
  expect(await times(10, () => limits.maySearch(`2001:db8::${(last += 1)}`, "answer"))).toBe(6);
  expect(await limits.maySearch("2001:db8:0:1::1", "answer")).toBe(true);
});

test("five messages an hour go to one mailbox, however it is written", async () => {
  const limits = createTrackingLimits();
  expect(await times(3, () => limits.mayWrite("Owner@harbour.example"))).toBe(3);
  expect(await times(5, () => limits.mayWrite("owner@HARBOUR.example"))).toBe(2);
});

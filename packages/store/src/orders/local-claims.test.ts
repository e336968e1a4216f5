import type { OrderId } from "@hostseal/core";
import { asId } from "@hostseal/core";
import { expect, it } from "vitest";
import { createLocalClaims } from "./local-claims.ts";

const ID = asId<OrderId>("order-1");

/** Claims and releases so many times; gives the last fence. */
const lastFence = async (now: number, count: number): Promise<number> => {
  const claims = createLocalClaims({ now: () => now });
  let fence = 0;
  for (let turn = 0; turn < count; turn += 1) {
    const claim = await claims.claim(ID, "worker", 1000);
    if (claim === undefined) throw new TypeError("a free order could not be claimed");
    ({ fence } = claim);
    await claims.release(claim);
  }
  return fence;
};

it("gives higher fences after a restart than before it", async () => {
  const now = Date.UTC(2026, 10, 21);
  const before = await lastFence(now, 500);
  expect(await lastFence(now + 1, 1)).toBeGreaterThan(before);
  expect(Number.isSafeInteger(before)).toBe(true);
});

it("gives the same worker its order again, under a new fence", async () => {
  const claims = createLocalClaims({ now: () => 1 });
  const first = await claims.claim(ID, "worker", 1000);
  const second = await claims.claim(ID, "worker", 1000);
  expect(second?.fence).toBeGreaterThan(first?.fence ?? Infinity);
});

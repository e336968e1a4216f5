import { expect, test } from "vitest";
import { DAY } from "@hostseal/rules";
import { boughtAt, idealOrder } from "./ideal-order.ts";
import { liveOut } from "./live-out.ts";

test("the order that is measured lives its whole licence, through every step of the rules", () => {
  const { order } = liveOut(idealOrder(3), boughtAt(3));
  expect(order.state).toEqual({ kind: "ended", at: boughtAt(3) + 5 * 365 * DAY, because: { kind: "expired" } });
  expect(order.certificates).toBeGreaterThan(38);
  expect(order.charges).toHaveLength(1);
  expect(order.litter).toEqual([]);
  expect(order.outbox).toEqual([]);
});

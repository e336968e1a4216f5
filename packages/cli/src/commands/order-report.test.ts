import { describe, expect, test } from "vitest";
import { aDraft, anActiveOrder, AT_REST, aWait, START } from "../../test/orders.ts";
import { exitOf } from "./order-report.ts";

describe("the exit code of an order", () => {
  test.each([
    [0, "the licence runs", anActiveOrder(), aWait("licence.running", "hostseal")],
    [0, "the licence ends soon", anActiveOrder(), aWait("licence.ending", "customer")],
    [3, "somebody must act", aDraft(), aWait("proof.mail", "customer")],
    [3, "the issuer takes its time", aDraft(), aWait("issuer.issuing", "issuer")],
    [4, "something prevents issue", aDraft(), aWait("draft.blocked", "customer")],
    [5, "the site serves something else", anActiveOrder(), aWait("site.not-served", "operator")],
    [0, "it has ended", anActiveOrder({ state: { kind: "ended", at: START, because: { kind: "expired" } } }), AT_REST],
  ])("is %i when %s", (exit, _when, order, decision) => {
    expect(exitOf({ order, decision })).toBe(exit);
  });
});

import { expect, test } from "vitest";
import { aDraft, anActiveOrder, aWait, BOOKS } from "../../test/orders.ts";
import { toOrderJson } from "./order-json.ts";

test("a program reads ISO instants, both clocks and who must act", () => {
  expect(toOrderJson(anActiveOrder(), aWait("licence.running", "hostseal"))).toMatchObject({
    id: "ord_test",
    state: "active",
    licence: { start: "2026-11-21T00:00:00Z", end: "2028-11-20T00:00:00Z" },
    certificate: { notAfter: "2027-06-07T23:59:59Z", served: true },
    waits: { reason: "licence.running", actor: "hostseal", until: "2026-11-22T00:00:00Z" },
  });
});

test("a draft has no clocks, and an international name in both forms", () => {
  const json = toOrderJson(aDraft({ names: [BOOKS] }), aWait("draft.blocked", "customer"));
  expect(json).toMatchObject({ names: [BOOKS], unicodeNames: ["bücher.example.com"], charged: [] });
  expect(json).not.toHaveProperty("licence");
  expect(json).not.toHaveProperty("certificate");
});

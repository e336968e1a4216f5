import type { Decision, Order } from "@hostseal/core";
import { describe, expect, test } from "vitest";
import { aCertificate, aDraft, anActiveOrder, aWait, BOOKS, START } from "../../test/orders.ts";
import { toOrderPage } from "./order-page.ts";
import { plainPaint } from "./paint.ts";

const pageOf = (order: Order, decision: Decision): string => toOrderPage(order, decision, plainPaint).join("\n");

describe("the page of one order", () => {
  test("labels both clocks", () => {
    const page = pageOf(anActiveOrder(), aWait("licence.running", "hostseal"));
    expect(page).toContain("Certificate  number 1, until 2027-06-07 23:59 UTC");
    expect(page).toContain("Licence      2026-11-21 until 2028-11-20 00:00 UTC");
  });

  test("says of a draft that nothing was charged", () => {
    expect(pageOf(aDraft(), aWait("draft.blocked", "customer"))).toContain("18.00 EUR, not charged");
  });

  test("shows an international name in both forms", () => {
    expect(pageOf(aDraft({ names: [BOOKS] }), aWait("draft.blocked", "customer"))).toContain(
      "Names        bücher.example.com (xn--bcher-kva.example.com)",
    );
  });

  test("tells what a site serves instead, and since when", () => {
    const verdict = { kind: "other-certificate", name: "shop.example.com", sha256: "00" } as const;
    const order = anActiveOrder({ certificate: aCertificate({ watch: { at: START, verdict } }) });
    expect(pageOf(order, aWait("site.not-served", "operator"))).toContain(
      "Sites        shop.example.com serves another certificate since 2026-11-21 00:00 UTC",
    );
  });
});

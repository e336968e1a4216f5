import { fromIso } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import { type ChargeRow, toMoneyView } from "./money-view.ts";

const chargeOn = (day: string, amount: number, currency = "EUR"): ChargeRow => ({
  at: fromIso(day),
  order: "ord_1",
  customer: "harbour",
  name: "shop.example.com",
  amount: { amount, currency },
});

describe("what was spent", () => {
  it("is summed by month, each currency apart", () => {
    const charges = [chargeOn("2026-11-20", 900), chargeOn("2026-11-02", 100), chargeOn("2026-11-01", 7, "USD")];
    expect(toMoneyView([], [...charges, chargeOn("2026-10-31", 50)]).months).toEqual([
      { month: "2026-11", amount: { amount: 1000, currency: "EUR" } },
      { month: "2026-11", amount: { amount: 7, currency: "USD" } },
      { month: "2026-10", amount: { amount: 50, currency: "EUR" } },
    ]);
  });
});

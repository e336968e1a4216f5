import { asId, type Product } from "@hostseal/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withMarkup } from "../../partner/markup.ts";
import { markupField, toPriceRows } from "./prices-view.ts";

const product: Product = {
  code: "dv",
  title: "Sample DV",
  issuer: asId("sample"),
  brand: "sandbox",
  level: "dv",
  wildcard: true,
  maxNames: 3,
  includesWwwTwin: false,
  years: [1],
  price: { perYear: { amount: 999, currency: "EUR" }, perExtraNamePerYear: { amount: 500, currency: "EUR" } },
};

describe("prices", () => {
  it("are what is paid, what is added, and what remains", () => {
    const [row] = toPriceRows([product], { dv: markupField.parse("12.5") });
    expect(row).toMatchObject({
      purchase: { amount: 999 },
      markup: 1250,
      sale: { amount: 1124 },
      margin: { amount: 125 },
    });
  });

  it("are the purchase price for a product without a markup, whatever it is called", () => {
    expect(toPriceRows([{ ...product, code: "constructor" }], {})).toMatchObject([
      { markup: 0, sale: { amount: 999 } },
    ]);
  });

  it("are never below what is paid, in whole units, for every markup that can be typed", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(90_000), (amount, markup) => {
        const sale = withMarkup({ amount, currency: "EUR" }, markup);
        expect(Number.isInteger(sale.amount)).toBe(true);
        expect(sale.amount).toBeGreaterThanOrEqual(amount);
      }),
    );
    for (const typed of ["-1", "1e9", "much", "NaN"]) expect(markupField.safeParse(typed).success, typed).toBe(false);
  });
});

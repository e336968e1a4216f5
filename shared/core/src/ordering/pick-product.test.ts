import { describe, expect, test } from "vitest";
import type { Product } from "../orders/product.ts";
import { nameOf, sampleProduct } from "../orders/sample-order.fixture.ts";
import { cheapestProduct, productOf } from "./pick-product.ts";

const SHOP = nameOf("shop.example.com");

const priced = (code: string, cents: number, changes: Partial<Product> = {}): Product => ({
  ...sampleProduct,
  wildcard: true,
  maxNames: 10,
  years: [1, 2, 3, 4, 5],
  code,
  price: { perYear: { amount: cents, currency: "EUR" }, perExtraNamePerYear: { amount: 0, currency: "EUR" } },
  ...changes,
});

const onSale = [
  priced("single", 900, { maxNames: 1, wildcard: false, includesWwwTwin: false }),
  priced("multi", 2400),
  priced("ov", 4900, { level: "ov" }),
];

describe("the product that is ordered", () => {
  test.each([
    ["single", { names: [SHOP], years: 1, level: "dv" } as const],
    ["multi", { names: [SHOP, nameOf("example.com")], years: 1, level: "dv" } as const],
    ["multi", { names: [nameOf("*.example.com")], years: 5, level: "dv" } as const],
    ["ov", { names: [SHOP], years: 1, level: "ov" } as const],
  ])("is %s, the cheapest that can hold the wish", (code, wish) => {
    expect(cheapestProduct(onSale, wish).code).toBe(code);
  });

  test("is unknown when none can, or when its code is wrong, and the answer names what there is", () => {
    expect(() => cheapestProduct(onSale, { names: [SHOP], years: 9, level: "dv" })).toThrow(/DV for 1 name/);
    expect(() => productOf(onSale, "sngle")).toThrow(
      expect.objectContaining({ code: "product.unknown", fix: "On sale: single, multi, ov." }),
    );
  });
});

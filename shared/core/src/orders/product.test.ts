import { describe, expect, test } from "vitest";
import { priceOf } from "./product.ts";
import { nameOf, sampleProduct } from "./sample-order.fixture.ts";

const priced = (names: readonly string[], years: number, includesWwwTwin: boolean): number =>
  priceOf({ ...sampleProduct, includesWwwTwin }, names.map(nameOf), years).amount;

describe("the price of a licence", () => {
  test.each([
    [["example.com"], 1, 1000],
    [["example.com"], 5, 5000],
    [["example.com", "example.net"], 1, 1500],
    [["example.com", "example.net", "example.org"], 2, 4000],
    [["example.com", "www.example.com"], 1, 1500],
    [["*.example.com"], 1, 1000],
  ])("of %j for %d years counts every name", (names, years, amount) => {
    expect(priced(names, years, false)).toBe(amount);
  });

  test.each([
    [["example.com", "www.example.com"], 1000],
    [["www.example.com", "example.com"], 1000],
    [["example.net", "example.com", "www.example.com"], 1500],
    [["example.com", "example.net", "www.example.com"], 1500],
    [["example.com", "example.net", "www.example.net"], 1500],
    [["*.example.com", "example.com"], 1500],
    [["example.com", "mail.example.com"], 1500],
    [["shop.example.com", "www.shop.example.com"], 1500],
  ])("of %j has the www twin in it where the product says so", (names, amount) => {
    expect(priced(names, 1, true)).toBe(amount);
  });

  test("is in the currency of the product", () => {
    expect(priceOf(sampleProduct, [nameOf("example.com")], 1).currency).toBe("EUR");
  });
});

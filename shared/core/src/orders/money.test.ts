import { describe, expect, test } from "vitest";
import { addMoney, formatMoney } from "./money.ts";

describe("money", () => {
  test.each([
    [0, "EUR", "0.00 EUR"],
    [1, "EUR", "0.01 EUR"],
    [1234, "EUR", "12.34 EUR"],
    [100_000_005, "USD", "1000000.05 USD"],
    [-250, "EUR", "-2.50 EUR"],
    [1500, "JPY", "1500 JPY"],
  ])("of %d %s is written %s", (amount, currency, text) => {
    expect(formatMoney({ amount, currency })).toBe(text);
  });

  test("adds up without a rounding, in one currency only", () => {
    expect(addMoney({ amount: 10, currency: "EUR" }, { amount: 20, currency: "EUR" })).toEqual({
      amount: 30,
      currency: "EUR",
    });
    expect(() => addMoney({ amount: 1, currency: "EUR" }, { amount: 1, currency: "USD" })).toThrow("cannot add USD");
  });
});

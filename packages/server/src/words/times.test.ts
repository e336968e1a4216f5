import { fromIso } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { LOCALES } from "./locale.ts";
import { dayIn, momentIn, moneyIn } from "./times.ts";

const AT = fromIso("2027-03-05T23:30:00Z");

describe.each(LOCALES)("in %s", (locale) => {
  test("a day and an amount are written with Latin digits", () => {
    expect(dayIn(locale, AT)).toMatch(/\b0?5\b/);
    expect(dayIn(locale, AT)).toContain("2027");
    expect(moneyIn(locale, { amount: 1250, currency: "EUR" })).toMatch(/12[.,]50/);
  });

  test("a moment says in which time it is", () => {
    expect(momentIn(locale, AT)).toMatch(/30.*UTC$/);
  });
});

test("in Arabic a month has its name, for of two numbers nobody knows which it is", () => {
  expect(dayIn("ar", AT)).toBe("5 مارس 2027");
});

test("a currency without decimals has none", () => {
  expect(moneyIn("de", { amount: 1200, currency: "JPY" })).toBe("1.200\u00a0¥");
});

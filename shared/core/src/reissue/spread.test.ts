import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spread } from "./spread.ts";

describe("a spread number", () => {
  test("is the same for the same text and lies in [0, 1)", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(spread(text)).toBe(spread(text));
        expect(spread(text)).toBeGreaterThanOrEqual(0);
        expect(spread(text)).toBeLessThan(1);
      }),
    );
  });

  test("falls into every tenth about as often, for serials that follow each other", () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let serial = 0; serial < 10_000; serial += 1) {
      const tenth = Math.floor(spread(serial.toString(16).padStart(32, "0")) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(count).toBeGreaterThan(850);
  });
});

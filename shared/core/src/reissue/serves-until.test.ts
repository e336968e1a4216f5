import { BRANDS, DAY, LEVELS, METHODS, fromIso, maximumValidationReuse, reuseUntil } from "@hostseal/rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TODAY } from "../orders/sample-order.fixture.ts";
import { servesUntil } from "./serves-until.ts";

const scope = { level: "dv", method: "dns-txt" } as const;

describe("how long a validation serves", () => {
  test("is what the rules say, where a fresh key does not matter", () => {
    const question = { ...scope, brand: "sandbox", validatedAt: TODAY } as const;
    expect(servesUntil(question)).toBe(reuseUntil(question));
    expect(servesUntil(question)).toBeGreaterThan(TODAY + 90 * DAY);
  });

  test.each(["sectigo", "trustico"] as const)(
    "is for the one certificate at %s, where a fresh key ends all reuse",
    (brand) => {
      expect(servesUntil({ ...scope, brand, validatedAt: TODAY })).toBe(TODAY);
    },
  );

  test("is never longer than the Baseline Requirements allow at its end", () => {
    const day = fc.integer({ min: 0, max: 5 * 365 });
    fc.assert(
      fc.property(
        fc.constantFrom(...BRANDS),
        fc.constantFrom(...LEVELS),
        fc.constantFrom(...METHODS),
        day,
        (brand, level, method, days) => {
          const validatedAt = fromIso("2026-03-15") + days * DAY;
          const until = servesUntil({ brand, level, method, validatedAt });
          expect(until).toBeGreaterThanOrEqual(validatedAt);
          expect(until - validatedAt).toBeLessThanOrEqual(maximumValidationReuse(until).days * DAY);
        },
      ),
    );
  });
});

import { DAY, HOUR, MINUTE } from "@hostseal/rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLookDue, nextLook } from "./cadence.ts";

describe("how often we look", () => {
  test.each([
    [0, MINUTE],
    [HOUR - 1, MINUTE],
    [HOUR, 15 * MINUTE],
    [DAY - 1, 15 * MINUTE],
    [DAY, HOUR],
    [30 * DAY - 1, HOUR],
    [30 * DAY, DAY],
    [400 * DAY, DAY],
  ])("at something that is %d ms old is every %d ms", (age, pause) => {
    expect(nextLook(1000, 1000 + age)).toBe(1000 + age + pause);
  });

  test("a look is due at its moment and not before, and always at once when there was none", () => {
    expect(isLookDue(undefined, 0, 0)).toBe(true);
    expect(isLookDue(0, 0, MINUTE - 1)).toBe(false);
    expect(isLookDue(0, 0, MINUTE)).toBe(true);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (since, age) => {
        const next = nextLook(since, since + age);
        expect(isLookDue(since + age, since, next - 1)).toBe(false);
        expect(isLookDue(since + age, since, next)).toBe(true);
      }),
    );
  });
});

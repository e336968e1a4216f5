import { DAY, MINUTE, SECOND, fromIso } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import { retryInstant } from "./retry-instant.ts";

const NOW = fromIso("2026-11-21T10:00:00Z");

describe("Retry-After", () => {
  it.each([
    ["120", NOW + 120 * SECOND],
    [" 5 ", NOW + 5 * SECOND],
    ["0", NOW],
    ["Sat, 21 Nov 2026 10:30:00 GMT", NOW + 30 * MINUTE],
  ])("%j is taken at its word", (header, instant) => {
    expect(retryInstant(header, NOW)).toBe(instant);
  });

  it.each([undefined, "", "soon", "-5", "1.5", "1e3", "2026-11-21T10:30:00Z", "Sat, 99 Nov 2026 10:30:00 GMT"])(
    "%j says nothing, so a minute is waited",
    (header) => {
      expect(retryInstant(header, NOW)).toBe(NOW + MINUTE);
    },
  );

  it("never lies in the past, and never further away than a day", () => {
    expect(retryInstant("Fri, 20 Nov 2026 10:00:00 GMT", NOW)).toBe(NOW);
    expect(retryInstant("9999999999", NOW)).toBe(NOW + DAY);
    expect(retryInstant("Sat, 21 Nov 2126 10:00:00 GMT", NOW)).toBe(NOW + DAY);
  });
});

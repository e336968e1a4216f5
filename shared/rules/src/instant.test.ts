import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE, SECOND, fromIso, toIso } from "./instant.ts";

describe("an instant", () => {
  it("counts a day as 86,400 seconds", () => {
    expect([MINUTE / SECOND, HOUR / MINUTE, DAY / HOUR]).toEqual([60, 60, 24]);
  });

  it("reads a bare date as midnight UTC", () => {
    expect(fromIso("2026-11-21")).toBe(Date.UTC(2026, 10, 21));
  });

  it.each([
    ["2026-11-21T10:30Z", Date.UTC(2026, 10, 21, 10, 30)],
    ["2026-11-21T10:30:15Z", Date.UTC(2026, 10, 21, 10, 30, 15)],
    ["2026-11-21T10:30:15.25Z", Date.UTC(2026, 10, 21, 10, 30, 15, 250)],
    ["2026-11-21T10:30:15.123456789Z", Date.UTC(2026, 10, 21, 10, 30, 15, 123)],
    ["2026-11-21T10:30:00+02:00", Date.UTC(2026, 10, 21, 8, 30)],
    ["2028-02-29", Date.UTC(2028, 1, 29)],
  ])("reads %s", (text, instant) => {
    expect(fromIso(text)).toBe(instant);
  });

  it.each([
    "",
    "today",
    "2026-11",
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-11-21T10:30",
    "2026-11-21T25:00Z",
  ])("refuses %j as a date", (text) => {
    expect(() => fromIso(text)).toThrow(TypeError);
  });

  it("writes milliseconds only where there are some", () => {
    expect(toIso(fromIso("2026-11-21"))).toBe("2026-11-21T00:00:00Z");
    expect(toIso(fromIso("2026-11-21") + 7)).toBe("2026-11-21T00:00:00.007Z");
  });

  it("refuses to write what is no instant", () => {
    expect(() => toIso(Number.NaN)).toThrow(TypeError);
  });

  it("reads back what it wrote", () => {
    const instants = fc.integer({ min: Date.UTC(1970), max: Date.UTC(2100) });
    fc.assert(fc.property(instants, (instant) => fromIso(toIso(instant)) === instant));
  });

  it("answers any text with an instant or a TypeError", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          return Number.isFinite(fromIso(text));
        } catch (error) {
          return error instanceof TypeError;
        }
      }),
    );
  });
});

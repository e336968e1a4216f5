import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brLaw } from "./force.ts";
import type { DatedValue } from "./row.ts";
import { stepsFrom, stepsOfRows, unbrokenSteps, valueAt } from "./steps.ts";
import { fromIso } from "./instant.ts";

const row = (from: string | null, to: string | null, value: number): DatedValue<number> => ({
  from,
  to,
  value,
  ...brLaw("6.3.2"),
});

describe("steps", () => {
  it("hold half-open intervals: a value ends where the next begins", () => {
    const steps = unbrokenSteps([row(null, "2026-01-01", 1), row("2026-01-01", null, 2)]);
    const step = fromIso("2026-01-01");
    expect([step - 1, step, step + 1].map((at) => valueAt(steps, at).value)).toEqual([1, 2, 2]);
    expect([-1e15, 1e15].map((at) => valueAt(steps, at).value)).toEqual([1, 2]);
  });

  it("know nothing before, between and after their rows", () => {
    const steps = stepsOfRows([row("2026-01-01", "2026-02-01", 1), row("2026-03-01", "2026-04-01", 2)]);
    const dates = ["2025-12-31", "2026-01-31", "2026-02-15", "2026-03-31", "2026-04-01"];
    expect(dates.map((date) => valueAt(steps, fromIso(date))?.value)).toEqual([undefined, 1, undefined, 2, undefined]);
  });

  it("refuse a gap where a rule must always hold", () => {
    expect(() => unbrokenSteps([row(null, "2026-01-01", 1), row("2026-02-01", null, 2)])).toThrow(TypeError);
    expect(() => unbrokenSteps([row("2026-01-01", null, 1)])).toThrow(TypeError);
  });

  it("answer as a search through all starts would", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 10 }), fc.integer(), (changes, at) => {
        const steps = stepsFrom(changes, (start) => start);
        const passed = changes.filter((change) => change <= at);
        return valueAt(steps, at) === Math.max(Number.NEGATIVE_INFINITY, ...passed);
      }),
    );
  });
});

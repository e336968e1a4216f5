import { DAY, fromIso } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import { toForecastView } from "./forecast-view.ts";
import { type Week, weeksAhead, WEEKS } from "./weeks-ahead.ts";

const NOW = fromIso("2026-11-22");

const withWeek = (at: number, changes: Partial<Week>): readonly Week[] =>
  weeksAhead([], NOW).map((week, number) => (number === at ? { ...week, ...changes } : week));

describe("the coming two years", () => {
  it("are 104 weeks from now, also when nothing happens in them", () => {
    const weeks = weeksAhead([], NOW);
    expect(weeks).toHaveLength(WEEKS);
    expect(weeks.at(-1)?.start).toBe(NOW + (WEEKS - 1) * 7 * DAY);
    expect(toForecastView(weeks)).toMatchObject({ weeks: [], chart: { bars: [], top: 1 } });
  });

  it("stand in the picture as in the table: each bar as high as its count, one on the other", () => {
    const { chart, weeks, total } = toForecastView(withWeek(10, { reissues: 3, renewals: 1 }));
    expect(chart.top).toBe(4);
    expect(chart.bars.map(({ series, count }) => [series, count])).toEqual([
      ["reissues", 3],
      ["renewals", 1],
    ]);
    const [reissues, renewals] = chart.bars;
    expect((reissues?.height ?? 0) + (renewals?.height ?? 0)).toBe(chart.height);
    expect((renewals?.y ?? 0) + (renewals?.height ?? 0)).toBe(reissues?.y);
    expect(weeks).toHaveLength(1);
    expect(total).toMatchObject({ reissues: 3, renewals: 1, revalidations: 0 });
  });
});

import type { Instant } from "@hostseal/rules";
import { type Week, WEEKS } from "./weeks-ahead.ts";

export const SERIES = ["reissues", "revalidations", "renewals"] as const;
export type Series = (typeof SERIES)[number];

/** One bar of the chart, in its own units: right and down. */
export type Bar = {
  readonly series: Series;
  readonly week: Instant;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type ForecastView = {
  readonly weeks: readonly Week[];
  readonly total: Omit<Week, "start">;
  readonly chart: {
    readonly width: number;
    readonly height: number;
    /** The count that fills the height. */
    readonly top: number;
    readonly bars: readonly Bar[];
    /** Where a quarter of a year begins. */
    readonly marks: readonly { readonly x: number; readonly at: Instant }[];
  };
};

const BAR = 8;
const HEIGHT = 160;
const QUARTER = 13;

const heightOf = (week: Week): number => SERIES.reduce((sum, series) => sum + week[series], 0);

const barsOf = (week: Week, at: number, top: number): readonly Bar[] => {
  let y = HEIGHT;
  return SERIES.flatMap((series) => {
    const height = (week[series] / top) * HEIGHT;
    y -= height;
    return week[series] === 0
      ? []
      : [{ series, week: week.start, count: week[series], x: at * BAR, y, width: BAR - 1, height }];
  });
};

const sumOf = (weeks: readonly Week[], key: Exclude<keyof Week, "start">): number =>
  weeks.reduce((sum, week) => sum + week[key], 0);

/** The weeks as a picture, and as the table that says the same; weeks in which nothing happens are left out of it. */
export const toForecastView = (weeks: readonly Week[]): ForecastView => {
  const top = Math.max(1, ...weeks.map(heightOf));
  return {
    weeks: weeks.filter((week) => heightOf(week) > 0),
    total: {
      reissues: sumOf(weeks, "reissues"),
      revalidations: sumOf(weeks, "revalidations"),
      byHand: sumOf(weeks, "byHand"),
      renewals: sumOf(weeks, "renewals"),
    },
    chart: {
      width: WEEKS * BAR,
      height: HEIGHT,
      top,
      bars: weeks.flatMap((week, at) => barsOf(week, at, top)),
      marks: weeks.flatMap(({ start }, at) => (at % QUARTER === 0 ? [{ x: at * BAR, at: start }] : [])),
    },
  };
};

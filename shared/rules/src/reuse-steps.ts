import type { Instant } from "./instant.ts";
import { DAY, SECOND } from "./instant.ts";
import type { DayLimit } from "./day-limit.ts";
import { toDayLimit } from "./day-limit.ts";
import type { DatedValue } from "./row.ts";
import type { Steps } from "./steps.ts";
import { endOf, startOf, stepIndex, stepsFrom, stepsOfRows, valueAt } from "./steps.ts";

/**
 * Full days of reuse over time. `days` is what may be counted upon: where the law says N days without saying how it counts
 * the seconds, N − 1 full days; an issuer's own figure as it stands. 0 means never.
 */
export type ReuseSteps = Steps<DayLimit>;

/** The rows that bound a reuse; the shortest wins. Each line of `law` is counted one day short, `practice` as it stands. */
export type ReuseBounds = {
  readonly law: readonly (readonly DatedValue<number>[])[];
  readonly practice: readonly DatedValue<number>[];
  /** The row of the method: outside its interval nothing serves. */
  readonly within?: DatedValue<unknown>;
};

/** Merges the bounds into one line of steps, so that a look-up is one scan. */
export function reuseSteps({ law, practice, within }: ReuseBounds): ReuseSteps {
  const bounds = [...law.map((rows) => rows.map(floored)), practice, ...voidedBy(within)].map((rows) =>
    stepsOfRows(rows),
  );
  return stepsFrom(
    bounds.flatMap((bound) => bound.starts),
    (at) => shortest(bounds.map((bound) => valueAt(bound, at)).filter((row) => row !== undefined)),
  );
}

/**
 * The last instant, to the second, at which something obtained at `obtainedAt` may still serve, with every later change of
 * the period taken into account: a shorter period voids older proofs the moment it begins. Equals `obtainedAt` where
 * reuse is never allowed.
 */
export function lastUse(steps: ReuseSteps, obtainedAt: Instant): Instant {
  const { starts, values } = steps;
  const first = stepIndex(steps, obtainedAt);
  for (let index = first; ; index += 1) {
    const end = obtainedAt + (values[index] as DayLimit).days * DAY - SECOND;
    const next = index + 1 < starts.length ? (starts[index + 1] as number) : Number.POSITIVE_INFINITY;
    if (end < next) {
      const begin = index === first ? obtainedAt : (starts[index] as number) - SECOND;
      return end > begin ? end : begin;
    }
  }
}

function floored(row: DatedValue<number>): DatedValue<number> {
  return { ...row, value: row.value - 1 };
}

function voidedBy(row: DatedValue<unknown> | undefined): readonly (readonly DatedValue<number>[])[] {
  if (row === undefined) return [];
  const { citation, confidence, status } = row;
  const never = { value: 0, citation, confidence, status };
  const before = Number.isFinite(startOf(row)) ? [{ ...never, from: null, to: row.from }] : [];
  const after = Number.isFinite(endOf(row)) ? [{ ...never, from: row.to, to: null }] : [];
  return [[...before, ...after]];
}

function shortest(rows: readonly DatedValue<number>[]): DayLimit {
  return toDayLimit(rows.reduce((least, row) => (row.value < least.value ? row : least)));
}

import type { Instant } from "./instant.ts";
import { fromIso } from "./instant.ts";
import type { DatedValue } from "./row.ts";

/**
 * A value that changes at known instants. `starts` ascend and begin with -Infinity; value `i` holds from `starts[i]` until
 * the next start. Made once at import, so that a look-up is a scan over a few numbers and allocates nothing.
 */
export type Steps<Value> = { readonly starts: readonly number[]; readonly values: readonly Value[] };

/** The index of the step an instant falls in. Scans from the end: most questions are about today or later. */
export function stepIndex(steps: Steps<unknown>, at: Instant): number {
  const { starts } = steps;
  let index = starts.length - 1;
  while (index > 0 && at < (starts[index] as number)) index -= 1;
  return index;
}

/** The value that holds at an instant. */
export function valueAt<Value>(steps: Steps<Value>, at: Instant): Value {
  return steps.values[stepIndex(steps, at)] as Value;
}

/** Steps that may change at any of the given instants and take their values from `pick`. */
export function stepsFrom<Value>(changes: readonly number[], pick: (at: Instant) => Value): Steps<Value> {
  const starts = [...new Set([Number.NEGATIVE_INFINITY, ...changes])].toSorted((a, b) => a - b);
  return { starts, values: starts.map(pick) };
}

/** The rows of one scope as steps; `undefined` where no row holds. Rows must not overlap. */
export function stepsOfRows<Value>(rows: readonly DatedValue<Value>[]): Steps<DatedValue<Value> | undefined> {
  const changes = rows
    .flatMap((row) => [startOf(row), endOf(row)])
    .filter((instant) => instant !== Number.POSITIVE_INFINITY);
  return stepsFrom(changes, (at) => rows.find((row) => startOf(row) <= at && at < endOf(row)));
}

/** Like `stepsOfRows` for rules that hold at all times. Throws `TypeError` when the rows leave a gap. */
export function unbrokenSteps<Value>(rows: readonly DatedValue<Value>[]): Steps<DatedValue<Value>> {
  const { starts, values } = stepsOfRows(rows);
  return { starts, values: values.map((row) => row ?? gap()) };
}

/** First instant of a row, -Infinity when it always held. */
export function startOf(row: DatedValue<unknown>): Instant {
  return row.from === null ? Number.NEGATIVE_INFINITY : fromIso(row.from);
}

/** First instant after a row, Infinity when no end is known. */
export function endOf(row: DatedValue<unknown>): Instant {
  return row.to === null ? Number.POSITIVE_INFINITY : fromIso(row.to);
}

function gap(): never {
  throw new TypeError("a rule that must always hold has a gap between its rows");
}

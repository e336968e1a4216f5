import type { Instant } from "./instant.ts";
import type { DatedValue, Rule } from "./row.ts";
import { rowsOf } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { endOf, startOf } from "./steps.ts";

/** The row of a rule that holds for a scope at an instant. For rare questions; the often asked ones use `Steps`. */
export function rowAt<Value>(
  rule: Rule<Value>,
  { at, ...scope }: Scope & { readonly at: Instant },
): DatedValue<Value> | undefined {
  return rowsOf(rule, scope).find((row) => startOf(row) <= at && at < endOf(row));
}

/** The only row of a rule that does not change over time. Throws `TypeError` when it has more than one. */
export function constantRow<Value>(rule: Rule<Value>): DatedValue<Value> {
  const [row, ...others] = rule.rows;
  if (row === undefined || others.length > 0) throw new TypeError(`${rule.id} changes over time: ask it with a date`);
  return row;
}

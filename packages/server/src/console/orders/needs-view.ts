import type { OrderRow } from "./order-row.ts";

export type NeedsView = { readonly rows: readonly (OrderRow & { readonly need: NonNullable<OrderRow["need"]> })[] };

const MOST_ROWS = 100;

/** What does not go on by itself, the nearest outage first; orders that serve nothing yet come last. */
export const toNeedsView = (rows: readonly OrderRow[]): NeedsView => ({
  rows: rows
    .flatMap((row) => (row.need === undefined ? [] : [{ ...row, need: row.need }]))
    .toSorted(
      (one, other) => (one.daysLeft ?? Infinity) - (other.daysLeft ?? Infinity) || one.id.localeCompare(other.id),
    )
    .slice(0, MOST_ROWS),
});

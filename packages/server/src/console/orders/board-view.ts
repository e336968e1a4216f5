import { z } from "zod";
import { type Tone, urgencyOf } from "../../journey/tone.ts";
import type { OrderRow } from "./order-row.ts";

const TONES = ["bad", "act", "busy", "good", "quiet"] as const satisfies readonly Tone[];

export const boardFilter = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  tone: z
    .enum(["", ...TONES])
    .catch("")
    .default(""),
});
export type BoardFilter = z.output<typeof boardFilter>;

/** All orders of the partner, with the sites and servers they are for. */
export type BoardView = {
  readonly filter: BoardFilter;
  readonly tones: readonly Tone[];
  readonly rows: readonly OrderRow[];
  /** How many orders there are, and how many the filter lets through. */
  readonly total: number;
  readonly found: number;
};

/** More rows nobody reads, and they would not fit in a page of 100 KiB. */
const MOST_ROWS = 100;

const holds = ({ id, names, customer, places }: OrderRow, wanted: string): boolean =>
  [id, customer, ...names, ...places].some((text) => text.toLowerCase().includes(wanted.toLowerCase()));

/** The rows that a filter lets through, the most urgent first. */
export const filtered = (rows: readonly OrderRow[], { q, tone }: BoardFilter): readonly OrderRow[] =>
  rows
    .filter((row) => (tone === "" || row.tone === tone) && (q === "" || holds(row, q)))
    .toSorted((one, other) => urgencyOf(one.tone) - urgencyOf(other.tone));

export const toBoardView = (rows: readonly OrderRow[], filter: BoardFilter): BoardView => {
  const found = filtered(rows, filter);
  return { filter, tones: TONES, rows: found.slice(0, MOST_ROWS), total: rows.length, found: found.length };
};

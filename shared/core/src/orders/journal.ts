import { createHash } from "node:crypto";
import type { Instant } from "@hostseal/rules";
import type { OrderId } from "../identifiers.ts";
import type { OrderEvent } from "./event.ts";

/**
 * One thing that happened to an order. Each entry carries the hash of the one before, so that a changed, dropped or
 * inserted entry shows. `by` is who caused it: a person, or `hostseal`.
 */
export type JournalEntry = {
  readonly sequence: number;
  readonly at: Instant;
  readonly by: string;
  readonly event: OrderEvent;
  readonly previous: string;
  readonly hash: string;
};

/** JSON with sorted keys, so that the same value has the same bytes wherever it was stored in between. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
  return `{${fields.join(",")}}`;
};

/** SHA-256 in hex over the order's id and the entry without its own hash. */
const hashOf = (order: OrderId, entry: Omit<JournalEntry, "hash">): string =>
  createHash("sha256")
    .update(`${order}\n${canonical(entry)}`)
    .digest("hex");

export type NewEntry = { readonly at: Instant; readonly by: string; readonly event: OrderEvent };

/** The entry that follows `sequence`/`head`. */
export const nextEntry = (
  order: OrderId,
  last: { readonly sequence: number; readonly head: string },
  { at, by, event }: NewEntry,
): JournalEntry => {
  const entry = { sequence: last.sequence + 1, at, by, event, previous: last.head };
  return { ...entry, hash: hashOf(order, entry) };
};

export type ChainVerdict =
  | { readonly kind: "intact"; readonly entries: number; readonly head: string }
  | { readonly kind: "broken"; readonly sequence: number; readonly because: "altered" | "missing" | "head-differs" };

/** Walks a whole journal in order and names the first entry that does not fit. */
export const verifyChain = (order: OrderId, entries: readonly JournalEntry[], expectedHead: string): ChainVerdict => {
  let head = "";
  let sequence = 0;
  for (const { hash, ...entry } of entries) {
    sequence += 1;
    if (entry.sequence !== sequence || entry.previous !== head) return { kind: "broken", sequence, because: "missing" };
    if (hashOf(order, entry) !== hash) return { kind: "broken", sequence, because: "altered" };
    head = hash;
  }
  if (head !== expectedHead) return { kind: "broken", sequence: sequence + 1, because: "head-differs" };
  return { kind: "intact", entries: sequence, head };
};

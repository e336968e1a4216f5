import type { Citation } from "./citation.ts";
import type { Confidence, DatedValue } from "./row.ts";

/** A number of days of 86,400 seconds, the text it comes from, and how sure that is. Hours are a fraction of a day. */
export type DayLimit = { readonly days: number; readonly citation: Citation; readonly confidence: Confidence };

/** The days a row gives, with its standing. */
export function toDayLimit({ value, citation, confidence }: DatedValue<number>): DayLimit {
  return { days: value, citation, confidence };
}

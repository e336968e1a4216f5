import type { DayLimit } from "./day-limit.ts";
import type { Instant } from "./instant.ts";
import { rowAt } from "./row-at.ts";
import { shortLivedRule } from "./rows/validity.ts";

/**
 * The lifetime up to which a certificate issued at this instant counts as short-lived, so that it needs no revocation
 * pointers; `undefined` before there was such a thing. Sources: BR 1.6.1, 7.1.2.11.2.
 */
export function shortLivedMaximum(at: Instant): DayLimit | undefined {
  const row = rowAt(shortLivedRule, { at });
  return row && { days: row.value.maxDays, citation: row.citation, confidence: row.confidence };
}

import type { DayLimit } from "./day-limit.ts";
import type { Instant } from "./instant.ts";
import { maximumValidityRule } from "./rows/validity.ts";
import { stepsFrom, unbrokenSteps, valueAt } from "./steps.ts";

const rows = unbrokenSteps(maximumValidityRule.rows);

const limits = stepsFrom(rows.starts, (at) => {
  const { value, citation, confidence } = valueAt(rows, at);
  return { days: value.maxDays, citation, confidence };
});

const advised = stepsFrom(rows.starts, (at) => {
  const { value, citation, confidence } = valueAt(rows, at);
  return { days: value.advisedDays, citation, confidence };
});

/** The longest lifetime a publicly trusted certificate issued at this instant may have. Source: BR 6.3.2. */
export function maximumValidity(at: Instant): DayLimit {
  return valueAt(limits, at);
}

/** The lifetime BR 6.3.2 advises not to exceed, one day below the maximum. */
export function advisedValidity(at: Instant): DayLimit {
  return valueAt(advised, at);
}

/** The instants at which the maximum changes, ascending. Each is 00:00 UTC of the day the new limit begins. */
export const VALIDITY_STEPS: readonly Instant[] = rows.starts.filter((start) => Number.isFinite(start));

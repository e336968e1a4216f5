import type { Brand } from "./brand.ts";
import { BRANDS } from "./brand.ts";
import { br } from "./citation.ts";
import type { Instant } from "./instant.ts";
import type { Level } from "./level.ts";
import { LEVELS } from "./level.ts";
import type { DayLimit } from "./day-limit.ts";
import { recordOf } from "./record-of.ts";
import type { ReuseSteps } from "./reuse-steps.ts";
import { lastUse, reuseSteps } from "./reuse-steps.ts";
import { evIdentityReuseRule, issuerIdentityReuseRule, maximumIdentityReuseRule } from "./rows/reuse.ts";
import { rowsOf } from "./scope.ts";
import { stepsFrom, valueAt } from "./steps.ts";

const NOTHING_TO_REUSE: DayLimit = { days: 0, citation: br("3.2.2.1"), confidence: "verified" };

const reuse = recordOf(BRANDS, (brand) => recordOf(LEVELS, (level) => stepsOfScope(brand, level)));

/**
 * How old organisation checks may be when they serve for an issuance at this instant, counted as in `validationReuse`.
 * DV has none, so 0. Sources: BR 4.2.1 (OV), EV Guidelines 3.2.2.14.3.
 */
export function identityReuse(question: {
  readonly brand: Brand;
  readonly level: Level;
  readonly at: Instant;
}): DayLimit {
  return valueAt(reuse[question.brand][question.level], question.at);
}

/** The last instant at which organisation checks may still serve, with later changes of the period taken into account. */
export function identityReuseUntil(question: {
  readonly verifiedAt: Instant;
  readonly brand: Brand;
  readonly level: Level;
}): Instant {
  return lastUse(reuse[question.brand][question.level], question.verifiedAt);
}

function stepsOfScope(brand: Brand, level: Level): ReuseSteps {
  if (level === "dv") return stepsFrom([], () => NOTHING_TO_REUSE);
  const ofLevel = level === "ev" ? [evIdentityReuseRule.rows] : [];
  return reuseSteps({
    law: [...ofLevel, maximumIdentityReuseRule.rows],
    practice: rowsOf(issuerIdentityReuseRule, { brand, level }),
  });
}

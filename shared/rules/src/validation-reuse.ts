import type { Brand } from "./brand.ts";
import { BRANDS } from "./brand.ts";
import type { Instant } from "./instant.ts";
import type { Level } from "./level.ts";
import { LEVELS } from "./level.ts";
import type { DayLimit } from "./day-limit.ts";
import { toDayLimit } from "./day-limit.ts";
import type { Method } from "./method.ts";
import { METHODS } from "./method.ts";
import { recordOf } from "./record-of.ts";
import type { ReuseSteps } from "./reuse-steps.ts";
import { lastUse, reuseSteps } from "./reuse-steps.ts";
import { constantRow } from "./row-at.ts";
import { METHOD_RULES } from "./rows/methods.ts";
import { issuerReuseRule, maximumReuseRule, persistentReuseRule } from "./rows/reuse.ts";
import { rowsOf } from "./scope.ts";
import { stepsFrom, unbrokenSteps, valueAt } from "./steps.ts";

/** Whose reuse is asked about: the issuer, the level, and the method that gave the proof. */
export type ReuseScope = { readonly brand: Brand; readonly level: Level; readonly method: Method };

const law = unbrokenSteps(maximumReuseRule.rows);

const lawful = stepsFrom(law.starts, (at) => toDayLimit(valueAt(law, at)));

const reuse = recordOf(BRANDS, (brand) =>
  recordOf(LEVELS, (level) => recordOf(METHODS, (method) => stepsOfScope({ brand, level, method }))),
);

/** How long the Baseline Requirements let any domain validation serve again, counted back from issuance. Source: BR 4.2.1. */
export function maximumValidationReuse(at: Instant): DayLimit {
  return valueAt(lawful, at);
}

/**
 * How old a validation may be when it serves for an issuance at this instant: the shortest of law, method and the issuer's
 * practice. The Baseline Requirements do not say how the days of reuse are counted to the second, so one day less is
 * counted upon (199 of 200, 99 of 100, 9 of 10); an issuer's own figure is taken as it stands. 0 means never.
 * Sources: BR 4.2.1, 3.2.2.4.22; the issuer's pages as cited in the row.
 */
export function validationReuse({ brand, level, method, at }: ReuseScope & { readonly at: Instant }): DayLimit {
  return valueAt(reuse[brand][level][method], at);
}

/**
 * The last instant at which a validation may still serve for an issuance. Later shorter periods and the end of the method
 * are taken into account. Equals `validatedAt` where it serves for nothing but the issuance it was made for.
 */
export function reuseUntil({
  validatedAt,
  brand,
  level,
  method,
}: ReuseScope & { readonly validatedAt: Instant }): Instant {
  return lastUse(reuse[brand][level][method], validatedAt);
}

function stepsOfScope({ brand, level, method }: ReuseScope): ReuseSteps {
  const special = method === "dns-persist" ? [persistentReuseRule.rows] : [];
  return reuseSteps({
    law: [maximumReuseRule.rows, ...special],
    practice: rowsOf(issuerReuseRule, { brand, level }),
    within: constantRow(METHOD_RULES[method]),
  });
}

import type { Brand } from "./brand.ts";
import { BRANDS } from "./brand.ts";
import type { Instant } from "./instant.ts";
import type { DayLimit } from "./day-limit.ts";
import { toDayLimit } from "./day-limit.ts";
import { VALIDITY_STEPS, advisedValidity } from "./maximum-validity.ts";
import { recordOf } from "./record-of.ts";
import { issuerValidityRule } from "./rows/issuer-validity.ts";
import { rowsOf } from "./scope.ts";
import type { Steps } from "./steps.ts";
import { stepsFrom, stepsOfRows, valueAt } from "./steps.ts";

const practice: Readonly<Record<Brand, Steps<DayLimit>>> = recordOf(BRANDS, stepsOfBrand);

/**
 * The lifetime an issuer gives a certificate issued at this instant: its own practice, never more than what the Baseline
 * Requirements advise. For a brand whose practice is not known, exactly what they advise (BR 6.3.2).
 */
export function practisedValidity({ brand, at }: { readonly brand: Brand; readonly at: Instant }): DayLimit {
  return valueAt(practice[brand], at);
}

function stepsOfBrand(brand: Brand): Steps<DayLimit> {
  const own = stepsOfRows(rowsOf(issuerValidityRule, { brand }));
  return stepsFrom([...VALIDITY_STEPS, ...own.starts], (at) => {
    const advised = advisedValidity(at);
    const row = valueAt(own, at);
    return row !== undefined && row.value <= advised.days ? toDayLimit(row) : advised;
  });
}

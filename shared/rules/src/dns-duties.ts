import type { Brand } from "./brand.ts";
import { BRANDS } from "./brand.ts";
import type { Citation } from "./citation.ts";
import type { Instant } from "./instant.ts";
import { HOUR } from "./instant.ts";
import { recordOf } from "./record-of.ts";
import { constantRow } from "./row-at.ts";
import type { ParameterDuty } from "./rows/caa.ts";
import { caaCheckRule, caaParametersRule, issuerCaaParametersRule } from "./rows/caa.ts";
import type { DnssecRequirement } from "./rows/dns.ts";
import { dnssecRule } from "./rows/dns.ts";
import { rowsOf } from "./scope.ts";
import { startOf, stepsFrom, stepsOfRows, unbrokenSteps, valueAt } from "./steps.ts";

/** Whether DNSSEC must be validated by the issuer, and whether a DNSSEC failure may still be permission. */
export type DnssecDuty = DnssecRequirement & { readonly citation: Citation };

/** What an issuer does with CAA. */
export type CaaDuty = {
  /** How long a check serves when the record's own TTL is shorter, in milliseconds. */
  readonly freshFor: number;
  /** How RFC 8657's `accounturi` and `validationmethods` are treated. */
  readonly parameters: ParameterDuty;
  readonly citation: Citation;
};

const dnssecRows = unbrokenSteps(dnssecRule.rows);
const dnssec = stepsFrom(dnssecRows.starts, (at) => {
  const { value, citation } = valueAt(dnssecRows, at);
  return { ...value, citation };
});

const freshFor = constantRow(caaCheckRule).value.maxAgeHours * HOUR;
const parameterRows = unbrokenSteps(caaParametersRule.rows);
const general = stepsFrom(parameterRows.starts, (at) => {
  const { value, citation } = valueAt(parameterRows, at);
  return { freshFor, parameters: value, citation };
});
const byBrand = recordOf(BRANDS, (brand) => {
  const own = stepsOfRows(rowsOf(issuerCaaParametersRule, { brand }));
  return stepsFrom([...general.starts, ...own.starts], (at): CaaDuty => {
    const row = valueAt(own, at);
    return row === undefined ? valueAt(general, at) : { freshFor, parameters: row.value, citation: row.citation };
  });
});

/** DNSSEC on validation and CAA look-ups at an issuance instant. Source: BR 4.2.2.2. */
export function dnssecDuty(at: Instant): DnssecDuty {
  return valueAt(dnssec, at);
}

/** CAA at an issuance instant; with a brand, what that issuer is known to do beyond its duty. Source: BR 4.2.2.1. */
export function caaDuty(at: Instant, brand?: Brand): CaaDuty {
  return valueAt(brand === undefined ? general : byBrand[brand], at);
}

/** Since when every issuer must obey the RFC 8657 parameters. Source: BR 4.2.2.1.2, ballot SC-098. */
export const CAA_PARAMETERS_BINDING_FROM: Instant = Math.max(
  ...caaParametersRule.rows.filter((row) => row.value === "must").map(startOf),
);

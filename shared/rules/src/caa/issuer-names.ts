import type { Brand } from "../brand.ts";
import { BRANDS } from "../brand.ts";
import type { Citation } from "../citation.ts";
import { recordOf } from "../record-of.ts";
import { caaIssuersRule } from "../rows/caa-issuers.ts";
import { rowsOf } from "../scope.ts";

/** The names an issuer answers to in CAA records; `preferred` is the one to write into a new record. */
export type CaaIssuerNames = {
  readonly preferred: string;
  readonly accepted: readonly string[];
  readonly citation: Citation;
};

const names = recordOf(BRANDS, (brand): CaaIssuerNames => {
  const [row] = rowsOf(caaIssuersRule, { brand });
  if (row === undefined) throw new TypeError(`no CAA issuer name is known for ${brand}`);
  return { preferred: row.value.preferred, accepted: row.value.accepted, citation: row.citation };
});

/** The CAA issuer names of a brand. Sources: the issuers' practice statements, as cited. */
export function caaIssuerNames(brand: Brand): CaaIssuerNames {
  return names[brand];
}

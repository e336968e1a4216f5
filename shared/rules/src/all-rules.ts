import type { Instant } from "./instant.ts";
import type { AnyRule, Row } from "./row.ts";
import * as caaIssuers from "./rows/caa-issuers.ts";
import * as caa from "./rows/caa.ts";
import * as dns from "./rows/dns.ts";
import * as eku from "./rows/eku.ts";
import * as issuerValidity from "./rows/issuer-validity.ts";
import * as keys from "./rows/keys.ts";
import * as licence from "./rows/licence.ts";
import { methodRules } from "./rows/methods.ts";
import * as names from "./rows/names.ts";
import * as persistentTxt from "./rows/persistent-txt.ts";
import * as programmes from "./rows/programmes.ts";
import * as reuse from "./rows/reuse.ts";
import * as revocation from "./rows/revocation.ts";
import * as schedule from "./rows/schedule.ts";
import * as validation from "./rows/validation.ts";
import * as validity from "./rows/validity.ts";
import { endOf, startOf } from "./steps.ts";

/** Every table of the folder `rows`; each exports nothing but rules. */
const RULES: readonly AnyRule[] = [
  ...Object.values(validity),
  ...Object.values(issuerValidity),
  ...Object.values(reuse),
  ...methodRules,
  ...Object.values(validation),
  ...Object.values(persistentTxt),
  ...Object.values(dns),
  ...Object.values(caa),
  ...Object.values(caaIssuers),
  ...Object.values(names),
  ...Object.values(keys),
  ...Object.values(eku),
  ...Object.values(revocation),
  ...Object.values(programmes),
  ...Object.values(licence),
  ...Object.values(schedule),
];

const ROWS: readonly Row[] = RULES.flatMap(rowsOfRule).toSorted((a, b) =>
  comparable(a).localeCompare(comparable(b), "en"),
);

/** Every row the product knows, by rule and then by date, as `hostseal rules` lists them. */
export function allRules(): readonly Row[] {
  return ROWS;
}

/** The rows in force at an instant. */
export function rulesAt(at: Instant): readonly Row[] {
  return ROWS.filter((row) => startOf(row) <= at && at < endOf(row));
}

function rowsOfRule({ id, title, says, rows }: AnyRule): readonly Row[] {
  return rows.map((row) => ({ id, title, says: says(row.value as never), ...row }));
}

function comparable({ id, brands = [], levels = [], from }: Row): string {
  return [id, brands.join(), levels.join(), from ?? "0000"].join(" ");
}

import type { Brand } from "./brand.ts";
import type { Level } from "./level.ts";
import type { DatedValue, Rule } from "./row.ts";

/** Whom a question is about; what is left out narrows nothing. */
export type Scope = { readonly brand?: Brand; readonly level?: Level };

/** The rows of a rule that speak about this brand and level. */
export function rowsOf<Value>(rule: Rule<Value>, { brand, level }: Scope): readonly DatedValue<Value>[] {
  return rule.rows.filter(
    ({ brands, levels }) =>
      (brand === undefined || brands === undefined || brands.includes(brand)) &&
      (level === undefined || levels === undefined || levels.includes(level)),
  );
}

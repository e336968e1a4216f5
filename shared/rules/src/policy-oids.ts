import type { Level } from "./level.ts";
import { constantRow } from "./row-at.ts";
import { policyOidsRule } from "./rows/names.ts";

/** The policy identifier of each level, and of individual validation. Source: BR 7.1.6.1. */
export const POLICY_OIDS: Readonly<Record<Level | "iv", string>> = constantRow(policyOidsRule).value;

/** The level a certificate's policy identifiers tell, when they tell one. Source: BR 7.1.6.1. */
export function levelOfPolicies(oids: readonly string[]): Level | "iv" | undefined {
  return (["ev", "ov", "iv", "dv"] as const).find((level) => oids.includes(POLICY_OIDS[level]));
}

import type { Citation } from "./citation.ts";
import type { Instant } from "./instant.ts";
import { constantRow } from "./row-at.ts";
import type { MpicQuorum } from "./rows/dns.ts";
import { mpicDissentRule, mpicRule } from "./rows/dns.ts";
import { stepsFrom, unbrokenSteps, valueAt } from "./steps.ts";

/** Remote perspectives that must see what the issuer sees, and how many of them may not. */
export type MpicRequirement = MpicQuorum & { readonly allowedNonCorroborations: number; readonly citation: Citation };

const rows = unbrokenSteps(mpicRule.rows);
const requirements = stepsFrom(rows.starts, (at) => {
  const { value, citation } = valueAt(rows, at);
  return { ...value, allowedNonCorroborations: allowedNonCorroborations(value.remotes), citation };
});

/** Multi-perspective issuance corroboration at an issuance instant, for the least number of remotes. Source: BR 3.2.2.9. */
export function mpic(at: Instant): MpicRequirement {
  return valueAt(requirements, at);
}

/** How many of so many remotes may disagree. Source: BR 3.2.2.9. */
export function allowedNonCorroborations(remotes: number): number {
  const dissent = constantRow(mpicDissentRule).value.findLast((row) => remotes >= row.fromRemotes);
  return dissent?.allowedNonCorroborations ?? 0;
}

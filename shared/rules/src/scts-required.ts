import type { Citation } from "./citation.ts";
import { constantRow } from "./row-at.ts";
import type { SctDemand } from "./rows/programmes.ts";
import { sctsRule } from "./rows/programmes.ts";

/** Signed certificate timestamps a browser asks for. */
export type SctRequirement = Omit<SctDemand, "overDays"> & { readonly citation: Citation };

/** How many logs and operators must have seen a certificate of this lifetime in days. Source: Chrome CT policy. */
export function sctsRequired(lifetimeDays: number): SctRequirement {
  const { value, citation } = constantRow(sctsRule);
  const demand = value.findLast(({ overDays }) => lifetimeDays > overDays);
  if (demand === undefined) throw new TypeError(`a certificate cannot live ${lifetimeDays} days`);
  const { distinctLogs, distinctOperators } = demand;
  return { distinctLogs, distinctOperators, citation };
}

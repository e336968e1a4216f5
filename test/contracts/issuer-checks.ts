import type { IssuerCheck } from "./issuer-check.ts";
import { issuerFailing } from "./issuer-failing.ts";
import { issuerIssuing } from "./issuer-issuing.ts";
import { issuerKeeping } from "./issuer-keeping.ts";
import { issuerOrdering } from "./issuer-ordering.ts";
import { issuerSpending } from "./issuer-spending.ts";

/** Everything the Issuer port promises, in the order a new driver meets it. Each check wants a subject of its own. */
export const issuerChecks: readonly { readonly part: string; readonly checks: readonly IssuerCheck[] }[] = [
  { part: "ordering", checks: issuerOrdering },
  { part: "issuing", checks: issuerIssuing },
  { part: "spending", checks: issuerSpending },
  { part: "keeping", checks: issuerKeeping },
  { part: "failing", checks: issuerFailing },
];

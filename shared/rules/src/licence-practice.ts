import type { Brand } from "./brand.ts";
import type { Citation } from "./citation.ts";
import type { Instant } from "./instant.ts";
import { rowAt } from "./row-at.ts";
import type { RefundTerms, ReissueRevocation } from "./rows/licence.ts";
import { refundRule, reissueRevocationRule, reissueValidationRule, termRule } from "./rows/licence.ts";
import type { DatedValue } from "./row.ts";

/** A question about the practice of one issuer on a date. */
export type PracticeQuestion = { readonly brand: Brand; readonly at: Instant };

type Cited<Value> = Value & { readonly citation: Citation };

/** The longest licence sold, in years; `undefined` where it is not known. */
export function longestLicence(question: PracticeQuestion): Cited<{ readonly maxYears: number }> | undefined {
  return cited(rowAt(termRule, question));
}

/** In how many days money comes back, 0 meaning never once issued; `undefined` where it is not known. */
export function refundTerms(question: PracticeQuestion): Cited<RefundTerms> | undefined {
  return cited(rowAt(refundRule, question));
}

/** Whether the issuer by itself revokes earlier certificates after a reissue; `undefined` where it is not known. */
export function reissueRevocation(question: PracticeQuestion): Cited<ReissueRevocation> | undefined {
  return cited(rowAt(reissueRevocationRule, question));
}

/** Whether a reissue with a fresh key needs every name validated again; `undefined` where it is not known. */
export function reissueValidation(
  question: PracticeQuestion,
): Cited<{ readonly newKeyVoidsReuse: boolean }> | undefined {
  return cited(rowAt(reissueValidationRule, question));
}

function cited<Value extends object>(row: DatedValue<Value> | undefined): Cited<Value> | undefined {
  return row && { ...row.value, citation: row.citation };
}

import { reissueValidation, reuseUntil } from "@hostseal/rules";
import type { Instant, ReuseScope } from "@hostseal/rules";

/**
 * The last instant at which a completed validation may serve again (BR §4.2.1 and the issuer's practice). Every
 * enrolment of ours has a fresh key, and at some issuers a fresh key ends all reuse.
 */
export const servesUntil = (question: ReuseScope & { readonly validatedAt: Instant }): Instant => {
  const { brand, validatedAt } = question;
  const isVoided = reissueValidation({ brand, at: validatedAt })?.newKeyVoidsReuse === true;
  return isVoided ? validatedAt : reuseUntil(question);
};

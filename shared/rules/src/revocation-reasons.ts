import { constantRow } from "./row-at.ts";
import type { RevocationReason } from "./rows/revocation.ts";
import { revocationReasonsRule } from "./rows/revocation.ts";

/** The CRL reasons a subscriber's tool meets, and whether it may offer them. Sources: BR 7.2.2, RFC 5280 section 5.3.1. */
export const REVOCATION_REASONS: readonly RevocationReason[] = constantRow(revocationReasonsRule).value;

/** The reasons to offer, the default first. */
export function revocationReasonsOffered(): readonly RevocationReason[] {
  return REVOCATION_REASONS.filter((reason) => reason.offered);
}

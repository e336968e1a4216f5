import type { DomainName } from "./names/domain-name.ts";
import { withoutWildcard } from "./names/domain-name.ts";
import { constantRow } from "./row-at.ts";
import { mailboxesRule } from "./rows/validation.ts";

/** The five local parts a validation e-mail may go to, in the order of BR 3.2.2.4.4. */
export const APPROVER_MAILBOXES: readonly string[] = constantRow(mailboxesRule).value;

/** The five addresses at an authorization domain name. Source: BR 3.2.2.4.4. */
export function approverAddresses(authorizationDomain: DomainName): readonly string[] {
  return APPROVER_MAILBOXES.map((mailbox) => `${mailbox}@${withoutWildcard(authorizationDomain)}`);
}

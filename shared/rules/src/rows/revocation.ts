import { brLaw } from "../force.ts";
import type { Rule } from "../row.ts";

const list = (triggers: readonly string[]): string => triggers.join("; ");

export const revokeInADayRule: Rule<readonly string[]> = {
  id: "revocation.24h",
  title: "Reasons to revoke within 24 hours",
  says: list,
  rows: [
    {
      from: null,
      to: null,
      value: [
        "the subscriber asks",
        "the request was not authorised",
        "the key is compromised",
        "the key is easily computed",
        "validation or CAA check cannot be relied upon",
      ],
      ...brLaw("4.9.1.1"),
    },
  ],
};

export const revokeInFiveDaysRule: Rule<readonly string[]> = {
  id: "revocation.5d",
  title: "Reasons to revoke within 5 days, better 24 hours",
  says: list,
  rows: [
    {
      from: null,
      to: null,
      value: [
        "key size or quality",
        "misuse",
        "breach of the agreement",
        "a name may no longer legally be used",
        "a wildcard used for fraud",
        "a material change",
        "issued against the rules",
        "inaccurate contents",
        "the issuer's right to issue ends",
        "the issuer's own policy",
        "a flawed way of making the key",
      ],
      ...brLaw("4.9.1.1"),
    },
  ],
};

/** A CRL reason, and whether a subscriber may choose it. */
export type RevocationReason = {
  readonly code: number;
  readonly name:
    | "unspecified"
    | "keyCompromise"
    | "affiliationChanged"
    | "superseded"
    | "cessationOfOperation"
    | "certificateHold"
    | "privilegeWithdrawn";
  readonly offered: boolean;
};

export const revocationReasonsRule: Rule<readonly RevocationReason[]> = {
  id: "revocation.subscriber-reasons",
  title: "Revocation reasons a subscriber may choose",
  says: (reasons) =>
    reasons
      .filter((reason) => reason.offered)
      .map((reason) => `${reason.name} (${reason.code})`)
      .join(", "),
  rows: [
    {
      from: "2023-07-15",
      to: null,
      value: [
        { code: 0, name: "unspecified", offered: true },
        { code: 1, name: "keyCompromise", offered: true },
        { code: 3, name: "affiliationChanged", offered: true },
        { code: 4, name: "superseded", offered: true },
        { code: 5, name: "cessationOfOperation", offered: true },
        { code: 6, name: "certificateHold", offered: false },
        { code: 9, name: "privilegeWithdrawn", offered: false },
      ],
      ...brLaw("7.2.2"),
      note: "SC-061; without a choice none is recorded; 6 is banned and 9 is the issuer's alone",
    },
  ],
};

export const massRevocationRule: Rule<string> = {
  id: "revocation.mass-plan",
  title: "Plans for mass revocation",
  says: (text) => text,
  rows: [
    { from: "2025-12-01", to: null, value: "issuers must hold and test one", ...brLaw("5.7.1.2"), note: "SC-089" },
  ],
};

/** Where a certificate says how to learn of its revocation. */
export type StatusPointers = { readonly ocsp: "must" | "may"; readonly crlUnlessShortLived: boolean };

export const statusPointersRule: Rule<StatusPointers> = {
  id: "ocsp.optional",
  title: "Revocation pointers in certificates",
  says: ({ crlUnlessShortLived }) =>
    crlUnlessShortLived ? "an OCSP address or, unless short-lived, a CRL address" : "an OCSP address",
  rows: [
    {
      from: null,
      to: "2024-03-15",
      value: { ocsp: "must", crlUnlessShortLived: false },
      ...brLaw("7.1.2.7.7"),
      confidence: "inferred",
    },
    {
      from: "2024-03-15",
      to: null,
      value: { ocsp: "may", crlUnlessShortLived: true },
      ...brLaw("7.1.2.7.7; 7.1.2.11.2"),
      note: "SC-063",
    },
  ],
};

import { brLaw } from "../force.ts";
import type { Rule } from "../row.ts";

/** How many remote network perspectives must agree. */
export type MpicQuorum = {
  readonly remotes: number;
  readonly quorumEnforced: boolean;
  /** Regional internet registries the agreeing remotes must be spread over. */
  readonly minDistinctRirs: number;
};

export const mpicRule: Rule<MpicQuorum> = {
  id: "mpic.min-remotes",
  title: "Remote network perspectives that must look too",
  says: ({ remotes, quorumEnforced, minDistinctRirs }) =>
    remotes === 0
      ? "none"
      : `at least ${remotes}${quorumEnforced ? "" : ", reported only"}${minDistinctRirs > 0 ? `, in ${minDistinctRirs} registry regions` : ""}`,
  rows: [
    {
      from: null,
      to: "2025-03-15",
      value: { remotes: 0, quorumEnforced: false, minDistinctRirs: 0 },
      ...brLaw("3.2.2.9"),
      confidence: "inferred",
      note: "before SC-067 began",
    },
    {
      from: "2025-03-15",
      to: "2025-09-15",
      value: { remotes: 2, quorumEnforced: false, minDistinctRirs: 0 },
      ...brLaw("3.2.2.9"),
    },
    {
      from: "2025-09-15",
      to: "2026-03-15",
      value: { remotes: 2, quorumEnforced: true, minDistinctRirs: 0 },
      ...brLaw("3.2.2.9"),
    },
    {
      from: "2026-03-15",
      to: "2026-06-15",
      value: { remotes: 3, quorumEnforced: true, minDistinctRirs: 2 },
      ...brLaw("3.2.2.9"),
    },
    {
      from: "2026-06-15",
      to: "2026-12-15",
      value: { remotes: 4, quorumEnforced: true, minDistinctRirs: 2 },
      ...brLaw("3.2.2.9"),
    },
    {
      from: "2026-12-15",
      to: null,
      value: { remotes: 5, quorumEnforced: true, minDistinctRirs: 2 },
      ...brLaw("3.2.2.9"),
    },
  ],
};

/** Dissent allowed among at least `fromRemotes` remotes; ascending. */
export type Dissent = { readonly fromRemotes: number; readonly allowedNonCorroborations: number };

export const mpicDissentRule: Rule<readonly Dissent[]> = {
  id: "mpic.quorum",
  title: "Remote perspectives that may disagree",
  says: (rows) => rows.map((row) => `${row.allowedNonCorroborations} from ${row.fromRemotes} remotes on`).join("; "),
  rows: [
    {
      from: "2025-03-15",
      to: null,
      value: [
        { fromRemotes: 2, allowedNonCorroborations: 1 },
        { fromRemotes: 6, allowedNonCorroborations: 2 },
      ],
      ...brLaw("3.2.2.9"),
    },
  ],
};

export const mpicDistanceRule: Rule<number> = {
  id: "mpic.distance",
  title: "Distance between two perspectives",
  says: (kilometres) => `at least ${kilometres} km`,
  rows: [{ from: "2025-03-15", to: null, value: 500, ...brLaw("3.2.2.9") }],
};

/** Whether the issuer's primary perspective must validate DNSSEC, and whether a DNSSEC failure can still be permission. */
export type DnssecRequirement = { readonly mustValidate: boolean; readonly failureMayPermit: boolean };

export const dnssecRule: Rule<DnssecRequirement> = {
  id: "dnssec.dcv",
  title: "DNSSEC on validation and CAA look-ups",
  says: ({ mustValidate }) => (mustValidate ? "must be validated; broken DNSSEC stops issuance" : "not required"),
  rows: [
    {
      from: null,
      to: "2026-03-15",
      value: { mustValidate: false, failureMayPermit: true },
      ...brLaw("4.2.2.2"),
      confidence: "inferred",
      note: "before SC-085 took effect",
    },
    {
      from: "2026-03-15",
      to: null,
      value: { mustValidate: true, failureMayPermit: false },
      ...brLaw("4.2.2.2"),
      note: "SC-085, SC-094, SC-100; e-mail: only the look-ups that find the authorization domain name or the contact",
    },
  ],
};

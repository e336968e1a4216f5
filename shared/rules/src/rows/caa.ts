import { boulder } from "./vendor-citations.ts";
import { brLaw } from "../force.ts";
import type { Rule } from "../row.ts";

export const caaCheckRule: Rule<{ readonly maxAgeHours: number; readonly exempt: readonly string[] }> = {
  id: "caa.check",
  title: "CAA check before every issuance",
  says: ({ maxAgeHours }) =>
    `for every DNS name; good for the record's TTL or ${maxAgeHours} hours, whichever is longer`,
  rows: [
    { from: "2017-09-08", to: null, value: { maxAgeHours: 8, exempt: ["iPAddress", "onion"] }, ...brLaw("4.2.2.1") },
  ],
};

export const caaFailureRule: Rule<readonly string[]> = {
  id: "caa.lookup-failure",
  title: "When a failed CAA look-up may count as permission",
  says: (conditions) => conditions.join(", and "),
  rows: [
    {
      from: null,
      to: null,
      value: [
        "the failure lies outside the issuer",
        "it was retried at least once",
        "the zone is proven to be unsigned",
      ],
      ...brLaw("4.2.2.1"),
    },
  ],
};

/** How an issuer treats the RFC 8657 parameters `accounturi` and `validationmethods`. */
export type ParameterDuty = "may" | "should" | "must";

export const caaParametersRule: Rule<ParameterDuty> = {
  id: "caa.rfc8657",
  title: "CAA parameters accounturi and validationmethods",
  says: (duty) => `issuers ${duty} obey them`,
  rows: [
    {
      from: null,
      to: "2026-06-16",
      value: "may",
      ...brLaw("4.2.2.1.2"),
      confidence: "inferred",
      note: "before SC-098v2",
    },
    { from: "2026-06-16", to: "2027-03-15", value: "should", ...brLaw("4.2.2.1.2"), note: "SC-098v2" },
    { from: "2027-03-15", to: null, value: "must", ...brLaw("4.2.2.1.2"), note: "SC-098v2" },
  ],
};

export const issuerCaaParametersRule: Rule<ParameterDuty> = {
  id: "ca.caa.rfc8657",
  title: "CAA parameters at this issuer",
  says: (duty) => `the issuer ${duty === "must" ? "obeys" : "may ignore"} them`,
  rows: [
    {
      from: null,
      to: null,
      value: "must",
      brands: ["letsencrypt"],
      citation: boulder("va/caa.go"),
      confidence: "verified",
      status: "ca-practice",
    },
  ],
};

export const caaMpicRule: Rule<number> = {
  id: "caa.mpic-reuse",
  title: "How long a remote CAA look may be left out for the same domain and applicant",
  says: (days) => `${days} days`,
  rows: [{ from: null, to: null, value: 398, ...brLaw("3.2.2.9") }],
};

import { brLaw, evLaw } from "../force.ts";
import type { Level } from "../level.ts";
import type { Rule } from "../row.ts";

const sentence = (text: string): string => text;

export const reverseZoneRule: Rule<string> = {
  id: "names.reverse-zone",
  title: "Names below in-addr.arpa and ip6.arpa",
  says: sentence,
  rows: [
    { from: null, to: "2026-03-15", value: "not forbidden by name", ...brLaw("4.2.2"), confidence: "inferred" },
    { from: "2026-03-15", to: null, value: "prohibited", ...brLaw("4.2.2; 7.1.2.7.12"), note: "SC-086" },
  ],
};

/** What may stand in the subject alternative name. */
export type SanForm = {
  readonly types: readonly string[];
  readonly underscore: boolean;
  readonly trailingDot: boolean;
};

export const sanRule: Rule<SanForm> = {
  id: "names.san",
  title: "Names in the certificate",
  says: ({ types }) => `${types.join(" or ")}; letters, digits and hyphens; no underscore, no final dot`,
  rows: [
    {
      from: null,
      to: null,
      value: { types: ["dNSName", "iPAddress"], underscore: false, trailingDot: false },
      ...brLaw("7.1.2.7.12"),
    },
  ],
};

export const commonNameRule: Rule<{ readonly maxLength: number; readonly mustEqualSan: boolean }> = {
  id: "names.cn",
  title: "The common name",
  says: ({ maxLength }) => `not recommended; if present a copy of one name, at most ${maxLength} characters`,
  rows: [{ from: null, to: null, value: { maxLength: 64, mustEqualSan: true }, ...brLaw("7.1.4.3; 7.1.4.2") }],
};

export const wildcardSuffixRule: Rule<string> = {
  id: "names.wildcard-psl",
  title: "Wildcards right below a public suffix",
  says: sentence,
  rows: [
    { from: null, to: null, value: "refused, by the ICANN section of the public suffix list", ...brLaw("3.2.2.6") },
  ],
};

export const evWildcardRule: Rule<boolean> = {
  id: "names.ev-wildcard",
  title: "Wildcards in EV certificates",
  says: (allowed) => (allowed ? "allowed" : "prohibited, except for onion names"),
  rows: [{ from: null, to: null, value: false, levels: ["ev"], ...evLaw("7.1.2.1") }],
};

export const subjectUnitRule: Rule<string> = {
  id: "subject.ou",
  title: "Organisational unit in the subject",
  says: sentence,
  rows: [{ from: "2022-09-01", to: null, value: "prohibited", ...brLaw("7.1.2.7.3-4"), note: "SC-047" }],
};

export const ovSubjectRule: Rule<readonly string[]> = {
  id: "subject.ov",
  title: "Subject of OV certificates",
  says: (fields) => fields.join(", "),
  rows: [
    {
      from: null,
      to: null,
      value: ["organizationName", "countryName", "localityName or stateOrProvinceName"],
      levels: ["ov"],
      ...brLaw("7.1.2.7.4"),
    },
  ],
};

export const evSubjectRule: Rule<readonly string[]> = {
  id: "subject.ev",
  title: "Subject of EV certificates",
  says: (fields) => fields.join(", "),
  rows: [
    {
      from: null,
      to: null,
      value: [
        "organizationName",
        "businessCategory",
        "jurisdictionCountry",
        "serialNumber",
        "countryName",
        "localityName or stateOrProvinceName",
      ],
      levels: ["ev"],
      ...evLaw("7.1.4.2"),
      note: "serial numbers tightened by SC-087v2",
    },
  ],
};

export const policyOidsRule: Rule<Readonly<Record<Level | "iv", string>>> = {
  id: "policy.oids",
  title: "Policy identifiers that tell the level of a certificate",
  says: (oids) =>
    Object.entries(oids)
      .map(([level, oid]) => `${level.toUpperCase()} ${oid}`)
      .join(", "),
  rows: [
    {
      from: null,
      to: null,
      value: { dv: "2.23.140.1.2.1", ov: "2.23.140.1.2.2", iv: "2.23.140.1.2.3", ev: "2.23.140.1.1" },
      ...brLaw("7.1.6.1"),
    },
  ],
};

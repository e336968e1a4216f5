import { brLaw, chromeLaw } from "../force.ts";
import type { Rule } from "../row.ts";

/** Signed certificate timestamps for certificates that live longer than `overDays`; ascending. */
export type SctDemand = {
  readonly overDays: number;
  readonly distinctLogs: number;
  readonly distinctOperators: number;
};

export const sctsRule: Rule<readonly SctDemand[]> = {
  id: "ct.scts",
  title: "Signed certificate timestamps",
  says: (demands) =>
    demands
      .map(
        ({ overDays, distinctLogs }) =>
          `${distinctLogs} logs${overDays > 0 ? ` for lifetimes over ${overDays} days` : ""}`,
      )
      .join("; "),
  rows: [
    {
      from: null,
      to: null,
      value: [
        { overDays: 0, distinctLogs: 2, distinctOperators: 2 },
        { overDays: 180, distinctLogs: 3, distinctOperators: 2 },
      ],
      citation: {
        doc: "Chrome CT policy (2026-07-22)",
        section: "CT Compliant Certificates",
        url: "https://github.com/GoogleChrome/CertificateTransparency/blob/main/ct_policy.md",
      },
      confidence: "verified",
      status: "root-program",
    },
  ],
};

const sentence = (text: string): string => text;

export const precertificateRule: Rule<string> = {
  id: "ct.precert-logging",
  title: "Logging before issuance",
  says: sentence,
  rows: [
    {
      from: "2026-06-15",
      to: null,
      value: "the precertificate goes to at least one log first, so every name becomes public",
      ...chromeLaw("1.3.4.1"),
    },
  ],
};

export const automationRule: Rule<string> = {
  id: "automation.chrome",
  title: "Automation",
  says: sentence,
  rows: [
    {
      from: "2027-03-15",
      to: null,
      value:
        "every profile must be issuable by automation; ACME issuers must offer RFC 8657 and ARI; others a new key per request with DNS or file",
      ...chromeLaw("1.3.3.1"),
    },
  ],
};

export const lintRule: Rule<string> = {
  id: "lint.presign",
  title: "Linting",
  says: sentence,
  rows: [
    { from: "2025-03-15", to: null, value: "issuers must lint before signing", ...brLaw("4.3.1.2"), note: "SC-075" },
  ],
};

export const aiaRule: Rule<"must" | "should"> = {
  id: "aia.presence",
  title: "Authority information access",
  says: (word) => `${word} be present`,
  rows: [
    { from: null, to: "2026-10-03", value: "must", ...brLaw("7.1.2.7.7"), confidence: "inferred" },
    {
      from: "2026-10-03",
      to: null,
      value: "should",
      citation: {
        doc: "Ballot SC-104",
        section: "post",
        url: "https://github.com/cabforum/cabforum.org/blob/main/content/posts/2026/2026-09-03-ballot-sc104/index.md",
      },
      confidence: "partly",
      status: "adopted",
      note: "end of the IPR review; the day of publication was not confirmed; do not build chains on it",
    },
  ],
};

import { brLaw } from "../force.ts";
import type { Rule } from "../row.ts";

/** The hard limit and the one day less that the Baseline Requirements advise, both in days of 86,400 seconds. */
export type ValidityLimit = { readonly maxDays: number; readonly advisedDays: number };

export const maximumValidityRule: Rule<ValidityLimit> = {
  id: "validity.max",
  title: "Longest certificate lifetime",
  says: ({ maxDays, advisedDays }) => `at most ${maxDays} days; ${advisedDays} advised`,
  rows: [
    { from: null, to: "2026-03-15", value: { maxDays: 398, advisedDays: 397 }, ...brLaw("6.3.2") },
    { from: "2026-03-15", to: "2027-03-15", value: { maxDays: 200, advisedDays: 199 }, ...brLaw("6.3.2") },
    { from: "2027-03-15", to: "2029-03-15", value: { maxDays: 100, advisedDays: 99 }, ...brLaw("6.3.2") },
    { from: "2029-03-15", to: null, value: { maxDays: 47, advisedDays: 46 }, ...brLaw("6.3.2") },
  ],
};

export const dayCountRule: Rule<{ readonly secondsPerDay: number; readonly bothEndsCount: boolean }> = {
  id: "validity.day-count",
  title: "How days of validity are counted",
  says: ({ secondsPerDay }) => `notAfter is at most notBefore + N × ${secondsPerDay} − 1 seconds`,
  rows: [
    {
      from: "2012-07-01",
      to: null,
      value: { secondsPerDay: 86_400, bothEndsCount: true },
      ...brLaw("6.3.2; 1.6.1 Validity Period"),
      note: "any excess, even a fraction of a second, counts as another day",
    },
  ],
};

export const notBeforeRule: Rule<{ readonly hoursFromSigning: number }> = {
  id: "validity.notbefore-window",
  title: "How far notBefore may lie from the signing",
  says: ({ hoursFromSigning }) => `within ${hoursFromSigning} hours`,
  rows: [{ from: null, to: null, value: { hoursFromSigning: 48 }, ...brLaw("7.1.2.7") }],
};

export const shortLivedRule: Rule<{ readonly maxDays: number }> = {
  id: "validity.short-lived",
  title: "Lifetime up to which a certificate counts as short-lived",
  says: ({ maxDays }) => `up to ${maxDays} days: no CRL or OCSP needed, revocation optional`,
  rows: [
    { from: "2024-03-15", to: "2026-03-15", value: { maxDays: 10 }, ...brLaw("1.6.1; 7.1.2.11.2") },
    { from: "2026-03-15", to: null, value: { maxDays: 7 }, ...brLaw("1.6.1; 7.1.2.11.2") },
  ],
};

export const evValidityRule: Rule<{ readonly follows: string }> = {
  id: "validity.ev",
  title: "Lifetime and domain reuse of EV certificates",
  says: ({ follows }) => `as for all certificates (${follows})`,
  rows: [
    {
      from: "2026-08-13",
      to: null,
      value: { follows: "validity.max" },
      citation: {
        doc: "Ballot SC-102",
        section: "post",
        url: "https://github.com/cabforum/cabforum.org/blob/main/content/posts/2026/2026-07-14-ballot-sc102/index.md",
      },
      confidence: "verified",
      status: "adopted",
      note: "end of the IPR review; the version number of the EV Guidelines was not seen",
    },
  ],
};

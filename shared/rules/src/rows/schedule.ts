import { rfc } from "../citation.ts";
import { ownChoice } from "../force.ts";
import type { Rule } from "../row.ts";
import { boulder, digicertPlans, letsEncryptGuide } from "./vendor-citations.ts";

/** Part of the lifetime after which to reissue, for lifetimes of at least `fromDays`; ascending. */
export type ReissuePoint = { readonly fromDays: number; readonly fractionOfLife: number };

export const reissuePointRule: Rule<readonly ReissuePoint[]> = {
  id: "schedule.fallback",
  title: "When to reissue without advice from the issuer",
  says: (points) =>
    points
      .map(({ fromDays, fractionOfLife }) => `at ${Math.round(fractionOfLife * 100)} % of lives from ${fromDays} days`)
      .join("; "),
  rows: [
    {
      from: null,
      to: null,
      value: [
        { fromDays: 0, fractionOfLife: 1 / 2 },
        { fromDays: 10, fractionOfLife: 2 / 3 },
      ],
      citation: letsEncryptGuide,
      confidence: "verified",
      status: "best-practice",
    },
  ],
};

export const jitterRule: Rule<number> = {
  id: "schedule.jitter",
  title: "Spread around the moment of reissue",
  says: (fraction) => `${fraction * 100} % of the lifetime`,
  rows: [
    {
      from: null,
      to: null,
      value: 0.02,
      citation: boulder("suggested renewal window"),
      confidence: "verified",
      status: "best-practice",
      note: "the width of the window Boulder suggests",
    },
  ],
};

/** Days before notAfter by which a reissue must be under way, for lifetimes of at least `fromDays`; ascending. */
export type SafetyMargin = { readonly fromDays: number; readonly marginDays: number };

export const safetyMarginRule: Rule<readonly SafetyMargin[]> = {
  id: "schedule.safety-margin",
  title: "Latest start of a reissue before the certificate ends",
  says: (margins) =>
    margins.map(({ fromDays, marginDays }) => `${marginDays} days before for lives from ${fromDays} days`).join("; "),
  rows: [
    {
      from: null,
      to: null,
      value: [
        { fromDays: 0, marginDays: 0 },
        { fromDays: 3, marginDays: 1 },
        { fromDays: 10, marginDays: 2 },
        { fromDays: 30, marginDays: 7 },
        { fromDays: 90, marginDays: 14 },
      ],
      ...ownChoice("safety margin"),
      note: "two weeks is the lead Trustico asks for; shorter lives leave room for less",
    },
  ],
};

/** How often to ask an ACME issuer for its renewal window. */
export type AriPolling = {
  readonly minimumMinutes: number;
  readonly maximumMinutes: number;
  readonly afterErrorMinutes: number;
};

export const ariRule: Rule<AriPolling> = {
  id: "schedule.ari",
  title: "Asking for the issuer's renewal window",
  says: ({ minimumMinutes, maximumMinutes, afterErrorMinutes }) =>
    `when Retry-After says, between ${minimumMinutes} and ${maximumMinutes} minutes; after an error ${afterErrorMinutes} minutes`,
  rows: [
    {
      from: null,
      to: null,
      value: { minimumMinutes: 1, maximumMinutes: 1_440, afterErrorMinutes: 360 },
      citation: rfc(9773, "4.2-4.3"),
      confidence: "verified",
      status: "best-practice",
      note: "pick a uniformly random moment inside the window; a window in the past means now",
    },
  ],
};

/** Waits after a failure, in minutes, and the wait that repeats from then on. */
export type RetryPlan = { readonly minutes: readonly number[]; readonly thenEveryMinutes: number };

export const retryRule: Rule<RetryPlan> = {
  id: "schedule.retry",
  title: "Trying again after a failure",
  says: ({ minutes, thenEveryMinutes }) => `after ${minutes.join(", ")} minutes, then every ${thenEveryMinutes}`,
  rows: [
    {
      from: null,
      to: null,
      value: { minutes: [1, 10, 100], thenEveryMinutes: 1_440 },
      citation: letsEncryptGuide,
      confidence: "verified",
      status: "best-practice",
    },
  ],
};

export const licenceRemindersRule: Rule<readonly number[]> = {
  id: "schedule.licence-reminders",
  title: "Reminders before a licence ends",
  says: (days) => `${days.join(", ")} days before`,
  rows: [{ from: null, to: null, value: [90, 30, 14, 7, 1], ...ownChoice("licence reminders") }],
};

/** Days more to allow when a person must prove control or install, for lifetimes of at least `fromDays`; ascending. */
export type ManualLead = { readonly fromDays: number; readonly leadDays: number };

export const manualLeadRule: Rule<readonly ManualLead[]> = {
  id: "schedule.manual-lead",
  title: "Lead when a person must prove control or install",
  says: (leads) =>
    leads.map(({ fromDays, leadDays }) => `${leadDays} days more for lives from ${fromDays} days`).join("; "),
  rows: [
    {
      from: null,
      to: null,
      value: [
        { fromDays: 0, leadDays: 0 },
        { fromDays: 10, leadDays: 2 },
        { fromDays: 30, leadDays: 7 },
        { fromDays: 90, leadDays: 14 },
      ],
      ...ownChoice("manual validation lead"),
      note: "on top of the safety margin",
    },
  ],
};

export const packingRule: Rule<string> = {
  id: "schedule.packing",
  title: "Fewest certificates for a licence",
  says: (text) => text,
  rows: [
    {
      from: null,
      to: null,
      value: "n = licence / lifetime, rounded up; mean lead = (n × lifetime − licence) / (n − 1)",
      citation: digicertPlans,
      confidence: "inferred",
      status: "inferred",
    },
  ],
};

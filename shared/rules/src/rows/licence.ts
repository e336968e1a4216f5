import { DIGICERT_FAMILY } from "../brand.ts";
import { ownPractice, sectigoCps } from "../citation.ts";
import { caPractice } from "../force.ts";
import type { Rule } from "../row.ts";
import {
  digicertPlans,
  digicertReissue,
  globalsignCancellation,
  sectigoDcvPolicy,
  sectigoReplace,
  trusticoRefunds,
} from "./vendor-citations.ts";

export const termRule: Rule<{ readonly maxYears: number }> = {
  id: "ca.term",
  title: "Longest licence sold",
  says: ({ maxYears }) => (maxYears === 1 ? "1 year" : `${maxYears} years`),
  rows: [
    {
      from: "2026-02-24",
      to: null,
      value: { maxYears: 3 },
      brands: DIGICERT_FAMILY,
      ...caPractice(digicertPlans),
      note: "one year by default; two and three on request, for a limited period",
    },
    {
      from: null,
      to: null,
      value: { maxYears: 5 },
      brands: ["trustico"],
      ...caPractice({ doc: "Partner document", section: "Reissue responsibilities" }),
    },
    {
      from: null,
      to: null,
      value: { maxYears: 5 },
      brands: ["sectigo"],
      ...caPractice({ doc: "Reseller offers", section: "Subscription terms" }, "secondary"),
    },
    {
      from: null,
      to: null,
      value: { maxYears: 1 },
      brands: ["globalsign"],
      ...caPractice({ doc: "GlobalSign support", section: "Validity" }, "secondary"),
    },
    { from: null, to: null, value: { maxYears: 5 }, brands: ["sandbox"], ...caPractice(ownPractice("sandbox CA")) },
  ],
};

/** Days in which money comes back; 0 when none does once a certificate was issued. */
export type RefundTerms = { readonly days: number; readonly countedFrom: "first-issuance" | "vetting" | "issuance" };

export const refundRule: Rule<RefundTerms> = {
  id: "ca.refund",
  title: "Refund",
  says: ({ days, countedFrom }) =>
    days === 0 ? "none once issued" : `${days} days from ${countedFrom.replace("-", " ")}`,
  rows: [
    {
      from: null,
      to: null,
      value: { days: 30, countedFrom: "first-issuance" },
      brands: ["sectigo"],
      ...caPractice(sectigoCps("9.1.5")),
      note: "a reissue does not restart it",
    },
    {
      from: null,
      to: null,
      value: { days: 7, countedFrom: "vetting" },
      brands: ["globalsign"],
      ...caPractice(globalsignCancellation),
    },
    {
      from: null,
      to: null,
      value: { days: 0, countedFrom: "issuance" },
      brands: ["trustico"],
      ...caPractice(trusticoRefunds),
      note: "terms for partners",
    },
    {
      from: null,
      to: null,
      value: { days: 0, countedFrom: "issuance" },
      brands: ["sandbox"],
      ...caPractice(ownPractice("sandbox CA")),
    },
  ],
};

/** What a reissue does to earlier certificates of the order, when the issuer acts by itself. */
export type ReissueRevocation = {
  readonly whenNamesAreOnlyAdded: boolean;
  readonly whenANameIsDropped: boolean;
  readonly delayHours: number;
};

export const reissueRevocationRule: Rule<ReissueRevocation> = {
  id: "ca.reissue.revokes",
  title: "Whether a reissue revokes the earlier certificates",
  says: ({ whenANameIsDropped, delayHours }) =>
    whenANameIsDropped ? `yes, after ${delayHours} hours, when a name is dropped or changed` : "not by itself",
  rows: [
    {
      from: null,
      to: null,
      value: { whenNamesAreOnlyAdded: false, whenANameIsDropped: true, delayHours: 72 },
      brands: DIGICERT_FAMILY,
      ...caPractice(digicertReissue),
      note: "the original, all duplicates and earlier reissues",
    },
    {
      from: null,
      to: null,
      value: { whenNamesAreOnlyAdded: false, whenANameIsDropped: false, delayHours: 0 },
      brands: ["sectigo"],
      ...caPractice(sectigoReplace),
    },
    {
      from: null,
      to: null,
      value: { whenNamesAreOnlyAdded: false, whenANameIsDropped: false, delayHours: 0 },
      brands: ["sandbox"],
      ...caPractice(ownPractice("sandbox CA: what Sectigo does")),
    },
  ],
};

export const reissueValidationRule: Rule<{ readonly newKeyVoidsReuse: boolean }> = {
  id: "ca.dcv.reissue",
  title: "Validation on a reissue",
  says: ({ newKeyVoidsReuse }) =>
    newKeyVoidsReuse
      ? "a new key means validation of every name again"
      : "earlier validation serves within its reuse period",
  rows: [
    { from: null, to: null, value: { newKeyVoidsReuse: true }, brands: ["sectigo"], ...caPractice(sectigoDcvPolicy) },
    {
      from: null,
      to: null,
      value: { newKeyVoidsReuse: true },
      brands: ["trustico"],
      ...caPractice(sectigoDcvPolicy, "inferred"),
      note: "the certificates are Sectigo's",
    },
    {
      from: null,
      to: null,
      value: { newKeyVoidsReuse: false },
      brands: ["sandbox"],
      ...caPractice(ownPractice("sandbox CA")),
    },
  ],
};

import { DIGICERT_FAMILY, SECTIGO_FAMILY } from "../brand.ts";
import { br, ownPractice } from "../citation.ts";
import { caPractice } from "../force.ts";
import type { Rule } from "../row.ts";
import {
  digicertValidityEnd,
  globalsignValidity,
  issuanceCollection,
  letsEncryptProfiles,
  letsEncryptTimeline,
  resellerNotice,
} from "./vendor-citations.ts";

const FOLLOWERS = [...DIGICERT_FAMILY, ...SECTIGO_FAMILY, "globalsign"] as const;
const ourSandbox = caPractice(ownPractice("sandbox CA: what Sectigo does"));
const yearOnly = "only the year 2026 is known; the date of the Baseline Requirements stands in";

export const issuerValidityRule: Rule<number> = {
  id: "ca.validity.max",
  title: "Longest certificate the issuer makes",
  says: (days) => `${days} days`,
  rows: [
    { from: "2026-02-24", to: "2027-03-15", value: 199, brands: DIGICERT_FAMILY, ...caPractice(digicertValidityEnd) },
    {
      from: "2026-03-12",
      to: "2027-03-15",
      value: 199,
      brands: SECTIGO_FAMILY,
      ...caPractice(resellerNotice, "secondary"),
    },
    {
      from: "2026-03-15",
      to: "2027-03-15",
      value: 199,
      brands: ["globalsign"],
      ...caPractice(globalsignValidity, "partly"),
      note: "March 2026; the exact day was not found",
    },
    {
      from: "2027-03-15",
      to: "2029-03-15",
      value: 99,
      brands: FOLLOWERS,
      ...caPractice(br("6.3.2"), "unverified"),
      note: "no early date of these issuers was found; expect late February to mid March 2027",
    },
    {
      from: "2029-03-15",
      to: null,
      value: 46,
      brands: FOLLOWERS,
      ...caPractice(br("6.3.2"), "unverified"),
      note: "no early date of these issuers was found",
    },
    {
      from: "2026-03-15",
      to: null,
      value: 198,
      brands: ["amazon"],
      ...caPractice(issuanceCollection("Amazon"), "secondary"),
      note: yearOnly,
    },
    {
      from: "2026-03-15",
      to: null,
      value: 184,
      brands: ["actalis"],
      ...caPractice(issuanceCollection("Actalis"), "secondary"),
      note: yearOnly,
    },
    { from: null, to: "2027-02-10", value: 90, brands: ["letsencrypt"], ...caPractice(letsEncryptProfiles) },
    { from: "2027-02-10", to: "2028-02-16", value: 64, brands: ["letsencrypt"], ...caPractice(letsEncryptTimeline) },
    { from: "2028-02-16", to: null, value: 45, brands: ["letsencrypt"], ...caPractice(letsEncryptTimeline) },
    { from: null, to: "2026-03-15", value: 397, brands: ["sandbox"], ...ourSandbox },
    { from: "2026-03-15", to: "2027-03-15", value: 199, brands: ["sandbox"], ...ourSandbox },
    { from: "2027-03-15", to: "2029-03-15", value: 99, brands: ["sandbox"], ...ourSandbox },
    { from: "2029-03-15", to: null, value: 46, brands: ["sandbox"], ...ourSandbox },
  ],
};

/** A named choice of lifetime at an ACME issuer; `hours` so that 160-hour certificates fit. */
export type Profile = { readonly profile: string; readonly hours: number; readonly authorizationReuseHours: number };

export const letsEncryptProfilesRule: Rule<readonly Profile[]> = {
  id: "ca.profiles.letsencrypt",
  title: "Profiles of Let's Encrypt besides classic",
  says: (profiles) => profiles.map(({ profile, hours }) => `${profile}: ${hours} hours`).join("; "),
  rows: [
    {
      from: "2026-05-13",
      to: null,
      value: [
        { profile: "tlsserver", hours: 1_080, authorizationReuseHours: 7 },
        { profile: "shortlived", hours: 160, authorizationReuseHours: 7 },
      ],
      brands: ["letsencrypt"],
      ...caPractice(letsEncryptProfiles),
      note: "IP addresses only in shortlived",
    },
  ],
};

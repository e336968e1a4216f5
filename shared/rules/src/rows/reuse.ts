import { DIGICERT_FAMILY, SECTIGO_FAMILY } from "../brand.ts";
import { ownPractice } from "../citation.ts";
import { brLaw, caPractice, evLaw } from "../force.ts";
import type { Rule } from "../row.ts";
import {
  digicertReuse,
  digicertReuseForOrganisations,
  globalsignValidity,
  letsEncryptProfiles,
  letsEncryptTimeline,
  realtimeRegister,
  trusticoReuse,
} from "./vendor-citations.ts";

const days = (value: number): string => (value === 0 ? "never" : `${Math.round(value * 100) / 100} days`);

export const maximumReuseRule: Rule<number> = {
  id: "dcv.reuse.max",
  title: "How long a domain validation may be used again",
  says: days,
  rows: [
    { from: null, to: "2026-03-15", value: 398, ...brLaw("4.2.1") },
    { from: "2026-03-15", to: "2027-03-15", value: 200, ...brLaw("4.2.1") },
    { from: "2027-03-15", to: "2029-03-15", value: 100, ...brLaw("4.2.1") },
    { from: "2029-03-15", to: null, value: 10, ...brLaw("4.2.1") },
  ],
};

export const persistentReuseRule: Rule<number> = {
  id: "dcv.reuse.persistent-txt",
  title: "How long a persistent TXT record, once read, may be used again",
  says: days,
  rows: [{ from: "2025-11-10", to: null, value: 10, ...brLaw("3.2.2.4.22") }],
};

export const issuerReuseRule: Rule<number> = {
  id: "ca.dcv.reuse",
  title: "How long the issuer uses a domain validation again",
  says: days,
  rows: [
    {
      from: "2026-02-24",
      to: null,
      value: 199,
      brands: DIGICERT_FAMILY,
      levels: ["ov", "ev"],
      ...caPractice(digicertReuseForOrganisations),
    },
    {
      from: null,
      to: null,
      value: 0,
      brands: DIGICERT_FAMILY,
      levels: ["dv"],
      ...caPractice(digicertReuse),
      note: "every DV order is validated; since when is not stated",
    },
    {
      from: "2026-03-12",
      to: null,
      value: 198,
      brands: SECTIGO_FAMILY,
      ...caPractice(trusticoReuse),
      note: "applies to older validations too",
    },
    { from: "2026-03-15", to: null, value: 200, brands: ["globalsign"], ...caPractice(globalsignValidity, "partly") },
    { from: null, to: "2027-02-10", value: 30, brands: ["letsencrypt"], ...caPractice(letsEncryptProfiles) },
    { from: "2027-02-10", to: "2028-02-16", value: 10, brands: ["letsencrypt"], ...caPractice(letsEncryptTimeline) },
    {
      from: "2028-02-16",
      to: null,
      value: 7 / 24,
      brands: ["letsencrypt"],
      ...caPractice(letsEncryptTimeline),
      note: "seven hours",
    },
    {
      from: "2026-03-12",
      to: null,
      value: 198,
      brands: ["sandbox"],
      ...caPractice(ownPractice("sandbox CA: what Sectigo does")),
    },
  ],
};

export const maximumIdentityReuseRule: Rule<number> = {
  id: "identity.reuse.max",
  title: "How long organisation checks may be used again",
  says: days,
  rows: [
    { from: null, to: "2026-03-15", value: 825, levels: ["ov", "ev"], ...brLaw("4.2.1") },
    { from: "2026-03-15", to: null, value: 398, levels: ["ov", "ev"], ...brLaw("4.2.1") },
  ],
};

export const evIdentityReuseRule: Rule<number> = {
  id: "ev.data.reuse.max",
  title: "How long organisation checks may be used again (EV)",
  says: days,
  rows: [
    {
      from: "2021-06-02",
      to: null,
      value: 398,
      levels: ["ev"],
      ...evLaw("3.2.2.14.3"),
      note: "counted from collection",
    },
  ],
};

export const issuerIdentityReuseRule: Rule<number> = {
  id: "ca.identity.reuse",
  title: "How long the issuer uses organisation checks again",
  says: days,
  rows: [
    {
      from: "2026-02-24",
      to: null,
      value: 397,
      brands: DIGICERT_FAMILY,
      levels: ["ov", "ev"],
      ...caPractice(realtimeRegister, "secondary"),
    },
  ],
};

/** When an EV request may be answered from an earlier one without fresh checks. */
export type EvShortcut = { readonly sameNotAfter: boolean; readonly sameSubject: boolean };

export const evReissueRule: Rule<EvShortcut> = {
  id: "ev.reissue.shortcut",
  title: "Reissuing EV from the earlier request alone",
  says: () => "only with the same notAfter and the same subject, so a reissue that lasts longer does not qualify",
  rows: [
    {
      from: "2024-05-15",
      to: null,
      value: { sameNotAfter: true, sameSubject: true },
      levels: ["ev"],
      ...evLaw("3.2.2.14.2"),
    },
  ],
};

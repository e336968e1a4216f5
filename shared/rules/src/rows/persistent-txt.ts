import { brLaw } from "../force.ts";
import type { Rule } from "../row.ts";

/** Labels under which a persistent proof is published, and what it must contain. */
export type PersistentRecord = {
  readonly label: string;
  readonly ipLabel: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
};

export const persistentRecordRule: Rule<PersistentRecord> = {
  id: "dcv.persist.record",
  title: "Form of the persistent TXT record",
  says: ({ label }) => `${label}.<name> TXT "<issuer-domain>; accounturi=<uri>[; persistUntil=<unix seconds>]"`,
  rows: [
    {
      from: "2025-11-10",
      to: null,
      value: {
        label: "_validation-persist",
        ipLabel: "_ip-validation-persist",
        required: ["accounturi"],
        optional: ["persistUntil"],
      },
      ...brLaw("3.2.2.4.22"),
      note: "unknown parameters are ignored",
    },
  ],
};

export const persistentWildcardRule: Rule<string> = {
  id: "dcv.persist.policy-wildcard",
  title: "Parameter a persistent record needs for wildcards and subdomains at ACME issuers",
  says: (parameter) => parameter,
  rows: [
    {
      from: null,
      to: null,
      value: "policy=wildcard",
      citation: {
        doc: "draft-ietf-acme-dns-persist",
        section: "Wildcard and Subdomain",
        url: "https://github.com/ietf-wg-acme/draft-ietf-acme-dns-persist",
      },
      confidence: "verified",
      status: "draft",
      note: "the Baseline Requirements do not know it",
    },
  ],
};

export const persistentAtLetsEncryptRule: Rule<string> = {
  id: "dcv.persist.letsencrypt-production",
  title: "Persistent TXT records at Let's Encrypt",
  says: (text) => text,
  rows: [
    {
      from: null,
      to: null,
      value: "not known to be available",
      brands: ["letsencrypt"],
      citation: {
        doc: "ISRG CP/CPS 6.2 (2026-08-12)",
        section: "3.2.2",
        url: "https://letsencrypt.org/documents/isrg-cp-cps-v6.2/",
      },
      confidence: "unverified",
      status: "unverified",
      note: "that version lists DNS change, http-01 and tls-alpn-01 only",
    },
  ],
};

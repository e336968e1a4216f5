import { DIGICERT_FAMILY } from "../brand.ts";
import { ownPractice } from "../citation.ts";
import { brLaw, caPractice, chromeLaw } from "../force.ts";
import type { Rule } from "../row.ts";
import { digicertClientAuth, letsEncryptClientAuth, trusticoClientAuth } from "./vendor-citations.ts";

/** Whether a certificate may carry the client authentication key usage beside server authentication. */
export type ClientAuth = "allowed" | "off-by-default" | "removed";

const says = (clientAuth: ClientAuth): string =>
  ({ allowed: "allowed", "off-by-default": "only on request", removed: "no longer" })[clientAuth];

export const clientAuthRule: Rule<ClientAuth> = {
  id: "eku.clientauth.chrome",
  title: "Client authentication in server certificates",
  says,
  rows: [
    { from: null, to: "2027-03-15", value: "allowed", ...brLaw("7.1.2.7.10") },
    {
      from: "2027-03-15",
      to: null,
      value: "removed",
      ...chromeLaw("1.3.2(2)"),
      note: "tested at issuance; certificates issued before keep it until they end",
    },
  ],
};

export const issuerClientAuthRule: Rule<ClientAuth> = {
  id: "eku.clientauth.ca",
  title: "Client authentication at this issuer",
  says,
  rows: [
    {
      from: "2025-10-01",
      to: "2027-03-01",
      value: "off-by-default",
      brands: DIGICERT_FAMILY,
      ...caPractice(digicertClientAuth),
    },
    { from: "2027-03-01", to: null, value: "removed", brands: DIGICERT_FAMILY, ...caPractice(digicertClientAuth) },
    {
      from: "2025-10-14",
      to: "2027-02-10",
      value: "off-by-default",
      brands: ["sectigo"],
      citation: { doc: "comparecheapssl.com", section: "?p=12632", url: "https://comparecheapssl.com/?p=12632" },
      confidence: "unverified",
      status: "unverified",
      note: "other pages give 2025-09-15 or 2025-10-07",
    },
    {
      from: "2027-02-10",
      to: null,
      value: "removed",
      brands: ["sectigo"],
      citation: { doc: "comparecheapssl.com", section: "?p=12632", url: "https://comparecheapssl.com/?p=12632" },
      confidence: "unverified",
      status: "unverified",
      note: "Sectigo's own page, as read, still said 2026-05-15",
    },
    { from: "2026-10-31", to: null, value: "removed", brands: ["trustico"], ...caPractice(trusticoClientAuth) },
    {
      from: "2026-02-11",
      to: "2026-07-08",
      value: "off-by-default",
      brands: ["letsencrypt"],
      ...caPractice(letsEncryptClientAuth),
      note: "only in the profile tlsclient",
    },
    { from: "2026-07-08", to: null, value: "removed", brands: ["letsencrypt"], ...caPractice(letsEncryptClientAuth) },
    {
      from: "2026-05-15",
      to: null,
      value: "removed",
      brands: ["certum"],
      ...caPractice({ doc: "Certum support", section: "Client authentication", url: "https://support.certum.eu" }),
    },
    {
      from: null,
      to: null,
      value: "removed",
      brands: ["sandbox"],
      ...caPractice(ownPractice("sandbox CA: server authentication only")),
    },
  ],
};

export const subCaRule: Rule<string> = {
  id: "eku.clientauth.chrome-subca",
  title: "Client authentication in intermediate certificates",
  says: (text) => text,
  rows: [
    {
      from: "2026-06-15",
      to: null,
      value: "newly disclosed ones serve server authentication only; multi-purpose roots are phased out",
      ...chromeLaw("1.3.2(1)"),
    },
  ],
};

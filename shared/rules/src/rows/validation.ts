import { rfc } from "../citation.ts";
import { brLaw } from "../force.ts";
import type { Rule } from "../row.ts";

export const adnRule: Rule<{ readonly pruneAfterCname: boolean }> = {
  id: "dcv.adn-algorithm",
  title: "Finding the authorization domain name",
  says: ({ pruneAfterCname }) =>
    pruneAfterCname
      ? "choose the method; follow CNAMEs if it may and the name is no wildcard; then drop labels from the left if it may"
      : "CNAMEs and dropped labels in any order",
  rows: [
    {
      from: null,
      to: "2026-11-15",
      value: { pruneAfterCname: false },
      ...brLaw("3.2.2.4"),
      note: "text before SC-101v2",
    },
    { from: "2026-11-15", to: null, value: { pruneAfterCname: true }, ...brLaw("3.2.2.4"), note: "SC-101v2, BR 2.2.9" },
  ],
};

export const mailboxesRule: Rule<readonly string[]> = {
  id: "dcv.mailboxes",
  title: "Mailboxes a validation e-mail may go to",
  says: (mailboxes) => `${mailboxes.join(", ")} at the authorization domain name`,
  rows: [
    {
      from: null,
      to: "2028-03-15",
      value: ["admin", "administrator", "webmaster", "hostmaster", "postmaster"],
      ...brLaw("3.2.2.4.4"),
    },
  ],
};

export const randomValueRule: Rule<number> = {
  id: "dcv.random-value.max-age",
  title: "How long a random value may be looked for",
  says: (days) => `${days} days from its creation`,
  rows: [{ from: null, to: null, value: 30, ...brLaw("3.2.2.4") }],
};

/** Limits on tokens computed from the CSR or the key. */
export type RequestToken = { readonly withTimestampMaxDays: number; readonly withoutTimestampUses: number };

export const requestTokenRule: Rule<RequestToken> = {
  id: "dcv.request-token",
  title: "How long a token made from the key may be used",
  says: ({ withTimestampMaxDays, withoutTimestampUses }) =>
    `${withTimestampMaxDays} days with a timestamp, ${withoutTimestampUses} time without`,
  rows: [
    {
      from: null,
      to: null,
      value: { withTimestampMaxDays: 30, withoutTimestampUses: 1 },
      ...brLaw("1.6.1 Request Token"),
      note: "it must incorporate the key",
    },
  ],
};

/** How an issuer may fetch a validation file. */
export type FileFetch = {
  readonly path: string;
  readonly ports: readonly number[];
  readonly redirects: readonly number[];
  readonly maxRedirects: number;
};

const REDIRECTS = [301, 302, 307, 308];

export const fileRule: Rule<FileFetch> = {
  id: "dcv.file",
  title: "Fetching a validation file",
  says: ({ path, ports, redirects }) =>
    `${path} on ports ${ports.join(", ")}; redirects ${redirects.join(", ")}; last status 2xx`,
  rows: [
    {
      from: null,
      to: null,
      value: { path: "/.well-known/pki-validation", ports: [80, 443, 25, 22], redirects: REDIRECTS, maxRedirects: 10 },
      ...brLaw("3.2.2.4.18; 1.6.1 Authorized Ports"),
      note: "the number of redirects is what Let's Encrypt follows; the Baseline Requirements set none",
    },
  ],
};

export const acmeHttpRule: Rule<FileFetch & { readonly maxBodyBytes: number }> = {
  id: "dcv.acme-http",
  title: "Fetching an ACME http-01 answer",
  says: ({ path, maxRedirects, maxBodyBytes }) =>
    `${path}/<token>, first port 80, ${maxRedirects} redirects, under ${maxBodyBytes} bytes`,
  rows: [
    {
      from: null,
      to: null,
      value: {
        path: "/.well-known/acme-challenge",
        ports: [80, 443],
        redirects: REDIRECTS,
        maxRedirects: 10,
        maxBodyBytes: 128,
      },
      citation: rfc(8555, "8.3"),
      confidence: "partly",
      status: "ca-practice",
      note: "limits as Let's Encrypt's Boulder sets them, va/http.go",
    },
  ],
};

export const contactTxtRule: Rule<{ readonly email: string; readonly phone: string }> = {
  id: "dcv.contact-txt",
  title: "TXT labels that name a validation contact",
  says: ({ email, phone }) => `${email}, ${phone}; the record holds exactly one address or number`,
  rows: [
    {
      from: null,
      to: null,
      value: { email: "_validation-contactemail", phone: "_validation-contactphone" },
      ...brLaw("Appendix A.2"),
    },
  ],
};

export const whoisRule: Rule<string> = {
  id: "dcv.whois-web",
  title: "WHOIS as a source for validation",
  says: (text) => text,
  rows: [
    {
      from: "2025-01-15",
      to: null,
      value:
        "no WHOIS web pages; IANA referral only, cached for at most 48 hours, and only where the issuer is the registrar",
      ...brLaw("3.2.2.4"),
    },
  ],
};

export const evidenceRule: Rule<readonly string[]> = {
  id: "dcv.evidence-logging",
  title: "What an issuer must log of a validation",
  says: (parts) => parts.join(", "),
  rows: [
    {
      from: "2026-07-15",
      to: null,
      value: ["information validated", "authorization domain name if different", "method"],
      ...brLaw("5.4.1"),
      note: "SC-099",
    },
  ],
};

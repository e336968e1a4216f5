import type { Method } from "../method.ts";
import type { Rule } from "../row.ts";
import type { MethodTraits } from "./method-traits.ts";
import { methodRule } from "./method-traits.ts";

const OVER_DNS = { wildcard: true, prune: true, cnameStep: true };
const ENDS_2027 = { shouldNotFrom: "2026-03-15", to: "2027-03-15", note: "SC-090" };
const ENDS_2028 = { shouldNotFrom: "2026-03-15", to: "2028-03-15", note: "SC-090" };

const constructedEmail = methodRule("4.4", "E-mail to one of five constructed addresses", {
  ...OVER_DNS,
  ...ENDS_2028,
  mpic: false,
});
const dnsChange = methodRule("4.7", "DNS change: CNAME, TXT or CAA at the name or below it", OVER_DNS);
const websiteFile = methodRule("4.18", "File under /.well-known/pki-validation", {
  from: "2020-03-03",
  onion: true,
  note: "ports 80, 443, 25, 22; redirects 301, 302, 307, 308",
});
const acmeHttp = methodRule("4.19", "ACME http-01", { onion: true, note: "redirects 301, 302, 307, 308" });
const acmeTlsAlpn = methodRule("4.20", "ACME tls-alpn-01", { onion: true });
const persistentTxt = methodRule("4.22", "Persistent TXT record at _validation-persist", {
  ...OVER_DNS,
  cnameStep: false,
  from: "2025-11-10",
  note: "SC-088v3; reuse 10 days",
});

/** The rule each of the product's methods is judged by. */
export const METHOD_RULES: Readonly<Record<Method, Rule<MethodTraits>>> = {
  "dns-txt": dnsChange,
  "dns-cname": dnsChange,
  file: websiteFile,
  email: constructedEmail,
  "acme-http-01": acmeHttp,
  "acme-dns-01": dnsChange,
  "acme-tls-alpn-01": acmeTlsAlpn,
  "dns-persist": persistentTxt,
};

/** Every method the Baseline Requirements name and that was in force within the years the rules cover. */
export const methodRules: readonly Rule<MethodTraits>[] = [
  methodRule("4.2", "E-mail, fax, SMS or post to the WHOIS contact", {
    ...OVER_DNS,
    to: "2025-07-15",
    mpic: false,
    note: "SC-080v3",
  }),
  constructedEmail,
  dnsChange,
  methodRule("4.8", "IP address of the name", { to: "2026-03-15", note: "SC-090" }),
  methodRule("4.12", "The issuer is the registrar", {
    ...OVER_DNS,
    cnameStep: false,
    mpic: false,
    note: "the authorization domain name must be the base domain",
  }),
  methodRule("4.13", "E-mail to the CAA contactemail", { ...OVER_DNS, ...ENDS_2028 }),
  methodRule("4.14", "E-mail to the TXT record _validation-contactemail", { ...OVER_DNS, ...ENDS_2028 }),
  methodRule("4.15", "Phone call to the WHOIS contact", {
    ...OVER_DNS,
    to: "2025-07-15",
    mpic: false,
    note: "SC-080v3",
  }),
  methodRule("4.16", "Phone call to the TXT record _validation-contactphone", { ...OVER_DNS, ...ENDS_2027 }),
  methodRule("4.17", "Phone call to the CAA contactphone", { ...OVER_DNS, ...ENDS_2027 }),
  websiteFile,
  acmeHttp,
  acmeTlsAlpn,
  methodRule("4.21", "ACME dns-account-01", { ...OVER_DNS, cnameStep: false, from: "2025-03-01", note: "SC-084" }),
  persistentTxt,
  methodRule("5.1", "IP address: file on its website", {}),
  methodRule("5.2", "IP address: e-mail, fax, SMS or post to its contact", { ...ENDS_2027, mpic: false }),
  methodRule("5.3", "IP address: reverse look-up", { to: "2027-03-15", note: "SC-091" }),
  methodRule("5.5", "IP address: phone call to its contact", { ...ENDS_2027, mpic: false }),
  methodRule("5.6", "IP address: ACME http-01", {}),
  methodRule("5.7", "IP address: ACME tls-alpn-01", {}),
  methodRule("5.8", "IP address: persistent TXT record below the reverse zone", { from: "2025-12-16", note: "SC-091" }),
];

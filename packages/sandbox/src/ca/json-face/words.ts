import type { OrganisationCheck, ValidationProblem } from "@hostseal/core";
import type { Method } from "@hostseal/rules";

/** This interface's own words, on purpose none of ours: a driver has something to translate. */
export const METHOD_WORDS = {
  "dns-txt": "TXT",
  "dns-cname": "CNAME",
  file: "HTTP_FILE",
  email: "EMAIL",
  "acme-http-01": "ACME_HTTP",
  "acme-dns-01": "ACME_DNS",
  "acme-tls-alpn-01": "ACME_ALPN",
  "dns-persist": "PERSISTENT_TXT",
} as const satisfies Record<Method, string>;

export const PROBLEM_WORDS: Readonly<Record<ValidationProblem, string>> = {
  "not-found": "token_not_found",
  "wrong-value": "token_mismatch",
  "dns-failure": "dns_error",
  "dnssec-bogus": "dnssec_invalid",
  unreachable: "host_unreachable",
  "redirect-refused": "redirect_not_followed",
  "http-status": "http_status",
  "caa-forbids": "caa_denied",
  "perspectives-disagree": "mpic_failed",
  "link-expired": "token_expired",
  other: "declined",
};

export const STEP_WORDS: Readonly<Record<OrganisationCheck, string>> = {
  "legal-existence": "org_registration",
  address: "org_address",
  "phone-callback": "callback",
  "requester-authority": "requester",
  "contract-signer": "signer",
};

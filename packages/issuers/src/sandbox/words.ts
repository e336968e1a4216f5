import type { OrganisationCheck, ValidationProblem } from "@hostseal/core";
import type { Method } from "@hostseal/rules";

/** The vendor's words for the four methods it offers. */
export const METHOD_OF_WORD: ReadonlyMap<string, Method> = new Map([
  ["TXT", "dns-txt"],
  ["CNAME", "dns-cname"],
  ["HTTP_FILE", "file"],
  ["EMAIL", "email"],
]);

export const WORD_OF_METHOD: ReadonlyMap<Method, string> = new Map(
  [...METHOD_OF_WORD].map(([word, method]) => [method, word]),
);

/** The vendor's codes for what its last look found; any other is `other`. */
export const PROBLEM_OF_CODE: ReadonlyMap<string, ValidationProblem> = new Map([
  ["token_not_found", "not-found"],
  ["token_mismatch", "wrong-value"],
  ["dns_error", "dns-failure"],
  ["dnssec_invalid", "dnssec-bogus"],
  ["host_unreachable", "unreachable"],
  ["redirect_not_followed", "redirect-refused"],
  ["http_status", "http-status"],
  ["caa_denied", "caa-forbids"],
  ["mpic_failed", "perspectives-disagree"],
  ["token_expired", "link-expired"],
]);

export const CHECK_OF_STEP: ReadonlyMap<string, OrganisationCheck> = new Map([
  ["org_registration", "legal-existence"],
  ["org_address", "address"],
  ["callback", "phone-callback"],
  ["requester", "requester-authority"],
  ["signer", "contract-signer"],
]);

/** What the vendor's refusals mean, as the end of "… refused the request: ". */
export const REFUSALS: ReadonlyMap<string, string> = new Map([
  ["field_invalid", "a field of the request is not as it expects"],
  ["product_unknown", "it does not sell this product"],
  ["term_not_sold", "it does not sell this product for so many years"],
  ["name_invalid", "a name cannot be in a certificate"],
  ["wildcard_not_sold", "the product holds no wildcard names"],
  ["names_too_many", "the product does not hold so many names"],
  ["csr_invalid", "it cannot use the certificate signing request"],
  ["csr_names_differ", "the certificate signing request holds names that were not ordered"],
  ["key_weak", "the key is too weak"],
  ["key_compromised", "the key is known as compromised"],
  ["key_reused", "the key was used in another order"],
  ["method_refused", "the validation method is not allowed for this name"],
  ["mailbox_refused", "the mailbox is none of those it may write to"],
  ["organisation_missing", "the organisation must be named in full"],
  ["reason_refused", "the reason for revocation is not allowed"],
  ["validation_unknown", "the name is not in the order"],
  ["request_differs", "this number was used for a different request"],
]);

/** What its refusals for the moment mean, as the end of "… cannot do this now: ". */
export const WRONG_STATES: ReadonlyMap<string, string> = new Map([
  ["not_issued", "the certificate is not issued yet"],
  ["already_issued", "a certificate was issued already"],
  ["already_proven", "the name is proven already"],
  ["order_closed", "the order has ended"],
]);

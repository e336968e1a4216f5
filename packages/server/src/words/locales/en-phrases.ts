import type { Codes, Phrases } from "../core-phrases.ts";
import { PHRASES } from "../core-phrases.ts";

/** The core speaks in these already. */
export const enPhrases = Object.fromEntries(PHRASES.map((phrase) => [phrase, phrase])) as Phrases;

export const enCodes: Codes = {
  "not-found": "it was not found",
  "wrong-value": "something else is there",
  "dns-failure": "the name servers did not answer",
  "dnssec-bogus": "the DNSSEC signatures do not verify",
  unreachable: "it cannot be reached",
  "redirect-refused": "it redirects to where no certificate authority follows",
  "http-status": "the site answered with an error",
  "caa-forbids": "CAA forbids it",
  "perspectives-disagree": "it was not seen from everywhere",
  timeout: "no answer in time",
  servfail: "the name server reports an error",
  bogus: "the DNSSEC signatures do not verify",
  refused: "it was refused",
  "not-implemented": "the name server does not know the question",
  malformed: "the answer cannot be read",
  reset: "the connection was cut",
  handshake: "no agreement on TLS",
  "legal-existence": "that it exists",
  address: "its address",
  "phone-callback": "by a call back",
  "requester-authority": "that the order is made on its behalf",
  "contract-signer": "who signs for it",
  "dns-txt": "DNS record (TXT)",
  "dns-cname": "DNS record (CNAME)",
  file: "file on the site",
  email: "e-mail",
  reissue: "reissue",
  revoke: "revocation",
  cancel: "cancellation",
};

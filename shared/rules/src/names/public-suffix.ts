import { parse } from "tldts";

/** Where a host stands towards the ICANN section of the public suffix list. */
export type SuffixStanding =
  | { readonly kind: "registrable"; readonly domain: string }
  | { readonly kind: "suffix" }
  | { readonly kind: "unlisted" };

const ICANN_ONLY = { allowPrivateDomains: false, extractHostname: false, validateHostname: false, detectIp: false };

/**
 * Looks a host up in the ICANN section of the public suffix list, the one BR section 3.2.2.6 tells issuers to use.
 * `unlisted` means that its top-level domain is not a public one. Expects lower-case A-labels without a wildcard.
 */
export function suffixStanding(host: string): SuffixStanding {
  const found = parse(host, ICANN_ONLY);
  if (found.isIcann !== true) return { kind: "unlisted" };
  return found.domain === null ? { kind: "suffix" } : { kind: "registrable", domain: found.domain };
}

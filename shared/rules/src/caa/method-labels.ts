import type { Method } from "../method.ts";

/**
 * The labels under which a method may be named in `validationmethods`, the preferred one first: the ACME challenge where
 * there is one, and `ca-tbr-<n>` after the method's number in BR 3.2.2.4. Sources: RFC 8657 section 4, BR 4.2.2.1.2.
 */
export function methodLabels(method: Method): readonly string[] {
  return LABELS[method];
}

const LABELS: Readonly<Record<Method, readonly string[]>> = {
  "dns-txt": ["ca-tbr-7"],
  "dns-cname": ["ca-tbr-7"],
  file: ["ca-tbr-18"],
  email: ["ca-tbr-4"],
  "acme-http-01": ["http-01", "ca-tbr-19"],
  "acme-dns-01": ["dns-01", "ca-tbr-7"],
  "acme-tls-alpn-01": ["tls-alpn-01", "ca-tbr-20"],
  "dns-persist": ["dns-persist-01", "ca-tbr-22"],
};

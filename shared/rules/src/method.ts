/**
 * A way to prove control of a name. The first four are what resellers offer; the others are challenges of ACME and the
 * persistent TXT record. `method-verdict.ts` maps each to its section of the Baseline Requirements.
 */
export type Method =
  | "dns-txt"
  | "dns-cname"
  | "file"
  | "email"
  | "acme-http-01"
  | "acme-dns-01"
  | "acme-tls-alpn-01"
  | "dns-persist";

export const METHODS: readonly Method[] = [
  "dns-txt",
  "dns-cname",
  "file",
  "email",
  "acme-http-01",
  "acme-dns-01",
  "acme-tls-alpn-01",
  "dns-persist",
];

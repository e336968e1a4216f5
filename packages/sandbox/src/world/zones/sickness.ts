/** How a zone misbehaves; a healthy one has none. */
export type Sickness =
  /** Its name servers fail: SERVFAIL. */
  | { readonly kind: "servfail" }
  /** No answer at all. */
  | { readonly kind: "silent" }
  /** CAA questions are answered with NOTIMP, as old load balancers do. */
  | { readonly kind: "caa-not-implemented" }
  /** Its name servers do not serve it: REFUSED when asked directly, SERVFAIL through a resolver. */
  | { readonly kind: "lame" }
  /** Answers come late. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** Signatures do not verify: SERVFAIL, unless the question has checking disabled (RFC 4035 §3.2.2). */
  | { readonly kind: "bogus" }
  /** The records of the moment it fell ill, whatever is changed: a secondary that lags behind. */
  | { readonly kind: "stale" };

/** Why a text cannot be a name on a publicly trusted certificate. */
export type NameRefusal =
  /** Nothing was written. */
  | "empty"
  /** More than 253 characters. */
  | "too-long"
  /** A part between dots has more than 63 characters. */
  | "label-too-long"
  /** Two dots in a row, or a dot in front. */
  | "empty-label"
  /** A character no host name can have. */
  | "bad-character"
  /** An underscore: fine in DNS, banned in certificates (BR 7.1.2.7.12). */
  | "underscore"
  /** A hyphen at the start or end of a label, or two at its third and fourth place. */
  | "bad-hyphens"
  /** A star anywhere but alone in the leftmost place. */
  | "wildcard-position"
  /** A wildcard right below a public suffix, `*.co.uk` (BR 3.2.2.6). */
  | "wildcard-public-suffix"
  /** A public suffix itself, `co.uk`. */
  | "public-suffix"
  /** An IP address. */
  | "ip-address"
  /** A name whose top-level domain is not public (BR 4.2.2). */
  | "internal-name"
  /** A name below in-addr.arpa or ip6.arpa (BR 4.2.2, ballot SC-086). */
  | "reverse-zone"
  /** A Tor onion service: its proofs need Tor, which no method here speaks (BR appendix B). */
  | "onion"
  /** International characters or Punycode that UTS #46 does not allow. */
  | "idn-invalid"
  /** A web address, a path or a port instead of a bare name. */
  | "url"
  /** An e-mail address. */
  | "email";

/**
 * What the core puts at the end of a sentence where a value is called for: why, what was found, what comes next. These
 * ends are English in orders and journals; other languages know them by their English text, as gettext does. One that is
 * not in here, such as the words of a foreign server, stays as it is.
 */
export const PHRASES = [
  "nothing",
  "not looked yet",
  "no such record",
  "the name does not exist",
  "it stands at {doubled}, with the domain twice",
  "no answer ({because})",
  "HTTP status {status}",
  "a file with other content",
  "a message is not visible from outside",
  "reissued by itself on {day}",
  "the name has no address",
  "{where} does not complete a TLS handshake ({because})",
  "{where} serves another certificate (serial {serial})",
  "{where} does not send the intermediate {missing}",
  "{where} sends a chain that does not verify ({because})",
  "another certificate is in its place",
  "{method} is allowed",
  "no CAA record limits the issuer",
  "CAA at {at} permits {permitted}",
  "the zone {zone} answers",
  "{address} answers with {status}",
  "{domain} has a mail server",
  "no SOA record",
  "at least one name is needed",
  // what else goes wrong with keys, certificates and fetches
  "it is with the customer, who installs by hand",
  "no name of site {site} is in the certificate",
  "the vault no longer holds it",
  "{name} cannot use {method}",
  "a subscriber may not give the reason {reason}",
  "it cannot be read",
  "it has expired on {until}",
  "it is valid from {until} only",
  "it is valid until {until}, more than {count} days",
  "it holds {names}, which nobody ordered",
  "its key is not the one of our request",
  "the certificate of {missing} is missing",
  "no connection within {count} ms",
  "no answer within {count} ms",
  "no whole response in time",
  "status {status} is not followed",
  "more than {count} redirects",
  "port {port} is not authorised",
  // why a method cannot be used
  "the rules no longer allow this method",
  "the rules do not allow this method yet",
  "this method proves one exact name, not a wildcard",
  "certificates of this level hold no wildcards",
  "the rules know no such method",
  // why a text is no name
  "nothing was written",
  "it has more than 253 characters",
  "a part between two dots has more than 63 characters",
  "two dots stand in a row, or one in front",
  "it has a character that no host name can have",
  "underscores are not allowed in certificates",
  "a part begins or ends with a hyphen, or has two where only encoded names may",
  "a star may only stand alone in front, as in *.example.com",
  "everything below a public suffix belongs to many owners",
  "it is a public suffix that nobody owns alone",
  "it is an IP address",
  "it does not end in a public top-level domain",
  "names for reverse look-ups are not certified",
  "onion services cannot be validated here",
  "its international characters are not allowed in a domain name",
  "it is a web address; only the bare name counts",
  "it is an e-mail address; only the part after the @ can be a name",
  // why a text is no CSR
  "nothing was given",
  "it is far longer than any request",
  "the text holds a private key, which must now be treated as known to others",
  "it is a certificate, not the request for one",
  "it is a PKCS#7 bundle, not a request",
  "it is a bare public key, not a request",
  "it holds several different requests",
  "no -----BEGIN CERTIFICATE REQUEST----- is in it",
  "its BEGIN or END line is missing",
  "between its BEGIN and END lines stands something that is not base64",
  "its content is not a PKCS#10 request",
  "its public key is damaged or of an unknown kind",
  // what is wrong with a CSR
  "it is not signed by its own key",
  "it is signed with {hash}, which is no longer accepted",
  "its signature is of a kind that certificate authorities do not take",
  "its key is not allowed ({because})",
  "its key has the unusual exponent {exponent}",
  "its key can be broken: it is divisible by {factor}",
  "its key can be broken: it is the power of one prime",
  "its key can be broken: its two primes lie too close together",
  "its key was made by a chip whose keys can be broken (ROCA)",
  "its key of {bits} bits is too long to be examined",
  "it holds no name",
  "it names {name} only as common name, not as alternative name",
  "its common name {name} is not among its alternative names",
  "{name} cannot be certified: {because}",
  "{name} should be written {canonical}",
  "{name} is in it twice",
  "{level} certificates hold no wildcard like {name}",
  "{name} is no DNS name",
  "it does not hold {names}",
  "it holds {names}, which is not ordered",
  "it holds {count} names where {most} fit",
  // why something cannot be ordered
  "it has no name",
  "a name is there twice",
  "{product} holds {most} name(s), and {count} were given",
  "{level} certificates hold no wildcards",
  "{product} holds no wildcards",
  "{product} is sold for {years} years, not {wanted}",
  "{product} names an organisation, and none was given",
  "no e-mail address was given for messages about it",
  "it brings its own CSR, so its key cannot be installed by us; leave the installation out",
  // why something cannot be done with an order
  "it is confirmed already",
  "the subscriber agreement has not been accepted",
  "the names have not been examined yet",
  "its names were examined too long ago; check it again",
  "its price is {price}, not {seen}",
  "{name} is not one of its names",
  "it has ended",
  "it has ended already",
  "{name} cannot be validated by {method}: {because}",
  "its certificate was revoked, and a revoked one cannot be reissued; order anew",
  "a reissue needs an active licence",
  "a {request} has been asked for already",
  "it was done a moment ago",
  "no message has been sent yet",
  "these names cost more than the licence pays for; order the further ones anew",
  "nothing is issued that could be revoked",
  "a certificate has been issued, and after that there is no refund; revoke it instead",
  "it cannot revoke through its API",
  "it cannot cancel through its API",
  // why there is no key to hand over
  "no certificate is issued yet",
  "it was made on the host and never leaves it",
  "it is with the customer alone: their own, or handed over before, which happens once",
  "it was destroyed when the sites had it",
  "it goes onto its sites and is destroyed here",
] as const;

export type Phrase = (typeof PHRASES)[number];
export type Phrases = Readonly<Record<Phrase, string>>;

/** One-word answers of probes, issuers and rules. */
export type Code =
  | "not-found"
  | "wrong-value"
  | "dns-failure"
  | "dnssec-bogus"
  | "unreachable"
  | "redirect-refused"
  | "http-status"
  | "caa-forbids"
  | "perspectives-disagree"
  | "timeout"
  | "servfail"
  | "bogus"
  | "refused"
  | "not-implemented"
  | "malformed"
  | "reset"
  | "handshake"
  | "legal-existence"
  | "address"
  | "phone-callback"
  | "requester-authority"
  | "contract-signer"
  | "dns-txt"
  | "dns-cname"
  | "file"
  | "email"
  | "reissue"
  | "revoke"
  | "cancel";
export type Codes = Readonly<Record<Code, string>>;

import type { NameRefusal } from "@hostseal/rules";

/** Why a text cannot be a name in a certificate, as the end of a sentence. */
export const nameRefusals: Readonly<Record<NameRefusal, string>> = {
  empty: "nothing was written",
  "too-long": "it has more than 253 characters",
  "label-too-long": "a part between two dots has more than 63 characters",
  "empty-label": "two dots stand in a row, or one in front",
  "bad-character": "it has a character that no host name can have",
  underscore: "underscores are not allowed in certificates",
  "bad-hyphens": "a part begins or ends with a hyphen, or has two where only encoded names may",
  "wildcard-position": "a star may only stand alone in front, as in *.example.com",
  "wildcard-public-suffix": "everything below a public suffix belongs to many owners",
  "public-suffix": "it is a public suffix that nobody owns alone",
  "ip-address": "it is an IP address",
  "internal-name": "it does not end in a public top-level domain",
  "reverse-zone": "names for reverse look-ups are not certified",
  onion: "onion services cannot be validated here",
  "idn-invalid": "its international characters are not allowed in a domain name",
  url: "it is a web address; only the bare name counts",
  email: "it is an e-mail address; only the part after the @ can be a name",
};

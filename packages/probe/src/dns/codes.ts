import type { DnsType } from "@hostseal/core";

/** Numbers of the record types that are read (IANA DNS parameters). */
export const TYPE_BY_NUMBER: ReadonlyMap<number, DnsType> = new Map([
  [1, "A"],
  [2, "NS"],
  [5, "CNAME"],
  [6, "SOA"],
  [15, "MX"],
  [16, "TXT"],
  [28, "AAAA"],
  [257, "CAA"],
]);

export const INTERNET_CLASS = 1;
/** The pseudo-record of EDNS (RFC 6891). */
export const OPT_TYPE = 41;
/** The option that carries an extended error (RFC 8914 §2). */
export const EXTENDED_ERROR_OPTION = 15;

/** Response codes (RFC 6895 §2.3). */
export const RESPONSE = {
  noError: 0,
  formatError: 1,
  serverFailure: 2,
  noSuchName: 3,
  notImplemented: 4,
  refused: 5,
  notAuthoritative: 9,
  badVersion: 16,
} as const;

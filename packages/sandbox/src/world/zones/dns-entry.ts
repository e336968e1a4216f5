import type { DnsType } from "@hostseal/core";

/**
 * One record of a zone. `host` is absolute, lower case and without final dot; `*.` in front makes it a wildcard.
 * `value` is in presentation form: an address, a host name, a text, `0 issue "ca.example"`, `10 mail.example`.
 */
export type DnsEntry = {
  readonly host: string;
  readonly type: Exclude<DnsType, "SOA">;
  readonly value: string;
};

/** Host names compare without case and without final dot (RFC 4343). */
export const normalHost = (host: string): string => host.toLowerCase().replace(/\.$/, "");

export const isSameEntry = (one: DnsEntry, other: DnsEntry): boolean =>
  one.type === other.type && one.host === other.host && one.value === other.value;

/** Whether `host` is `origin` or below it; everything is below the root, written as the empty text. */
export const isWithin = (host: string, origin: string): boolean =>
  origin === "" || host === origin || host.endsWith(`.${origin}`);

import type { Answer, CaaData } from "dns-packet";
import type { DnsEntry } from "./dns-entry.ts";
import type { Zone } from "./zone.ts";

/** Seconds. Short, so that the demo sees its own changes soon. */
const TTL = 60;

/** A string of a TXT record holds at most 255 bytes; longer texts are several strings (RFC 7208 §3.3). */
const TEXT_CHUNK = 255;

const CAA = /^(\d{1,3}) ([A-Za-z0-9]+) "(.*)"$/;
const MX = /^(\d{1,5}) (\S+)$/;

const toTexts = (value: string): Buffer[] => {
  const bytes = Buffer.from(value);
  const count = Math.max(1, Math.ceil(bytes.length / TEXT_CHUNK));
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * TEXT_CHUNK, (index + 1) * TEXT_CHUNK));
};

const toCaa = (value: string): CaaData => {
  const [, flags, tag, content] = CAA.exec(value) ?? [];
  if (tag === undefined) throw new TypeError(`not a CAA record: ${value}`);
  return { flags: Number(flags), tag: tag as CaaData["tag"], value: content ?? "" };
};

const toMx = (value: string): { preference: number; exchange: string } => {
  const [, preference, exchange] = MX.exec(value) ?? [];
  if (exchange === undefined) throw new TypeError(`not an MX record: ${value}`);
  return { preference: Number(preference), exchange };
};

/** A zone entry as it goes over the wire; throws `TypeError` when its value does not fit its type. */
export const toAnswer = ({ host, type, value }: DnsEntry): Answer => {
  switch (type) {
    case "TXT":
      return { type, name: host, ttl: TTL, data: toTexts(value) };
    case "CAA":
      return { type, name: host, ttl: TTL, data: toCaa(value) };
    case "MX":
      return { type, name: host, ttl: TTL, data: toMx(value) };
    case "A":
    case "AAAA":
    case "CNAME":
    case "NS":
      return { type, name: host, ttl: TTL, data: value };
  }
};

/** The SOA record of a zone (RFC 1035 §3.3.13). */
export const toStartOfAuthority = (zone: Zone): Answer => ({
  type: "SOA",
  name: zone.origin === "" ? "." : zone.origin,
  ttl: TTL,
  data: {
    mname: zone.primary,
    rname: `hostmaster.${zone.primary}`,
    serial: zone.serial(),
    refresh: 3_600,
    retry: 600,
    expire: 604_800,
    minimum: TTL,
  },
});

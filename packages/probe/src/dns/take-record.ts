import type { DnsRecord, DnsType } from "@hostseal/core";
import { takeCaaText } from "./caa-text.ts";
import { INTERNET_CLASS, OPT_TYPE, TYPE_BY_NUMBER } from "./codes.ts";
import { type Cursor, isAtEnd, take16, take32, take8, takeBytes, takeWindow } from "./cursor.ts";
import { takeName } from "./take-name.ts";

/** What a message holds: a record we read, the EDNS pseudo-record, or one of no interest. */
export type Taken =
  | { readonly kind: "record"; readonly record: DnsRecord }
  | { readonly kind: "edns"; readonly extendedCode: number; readonly options: Cursor }
  | { readonly kind: "other" };

const takeIpv6 = (cursor: Cursor): string => {
  const groups = Array.from({ length: 8 }, () => take16(cursor).toString(16));
  return new URL(`http://[${groups.join(":")}]/`).hostname.slice(1, -1);
};

const takeStrings = (cursor: Cursor): string => {
  const strings: Buffer[] = [];
  while (!isAtEnd(cursor)) strings.push(takeBytes(cursor, take8(cursor)));
  return Buffer.concat(strings).toString("utf8");
};

const takeStartOfAuthority = (cursor: Cursor): string => {
  const names = [takeName(cursor), takeName(cursor)];
  const numbers = Array.from({ length: 5 }, () => take32(cursor));
  return [...names, ...numbers].join(" ");
};

const VALUE_READERS: Readonly<Record<DnsType, (cursor: Cursor) => string>> = {
  A: (cursor) => takeBytes(cursor, 4).join("."),
  AAAA: takeIpv6,
  CAA: takeCaaText,
  CNAME: takeName,
  MX: (cursor) => `${take16(cursor)} ${takeName(cursor)}`,
  NS: takeName,
  SOA: takeStartOfAuthority,
  TXT: takeStrings,
};

const takeValue = (type: DnsType, cursor: Cursor): string => {
  const value = VALUE_READERS[type](cursor);
  if (!isAtEnd(cursor)) throw new RangeError(`a record of type ${type} is longer than its value`);
  return value;
};

/** One resource record (RFC 1035 §4.1.3). Its length field is a promise that is checked, not trusted. */
export const takeRecord = (cursor: Cursor): Taken => {
  const name = takeName(cursor);
  const [number, recordClass, ttl] = [take16(cursor), take16(cursor), take32(cursor)];
  const rest = takeWindow(cursor, take16(cursor));
  if (number === OPT_TYPE) return { kind: "edns", extendedCode: ttl >>> 24, options: rest };
  const type = TYPE_BY_NUMBER.get(number);
  if (type === undefined || recordClass !== INTERNET_CLASS) return { kind: "other" };
  return { kind: "record", record: { name, type, ttl, value: takeValue(type, rest) } };
};

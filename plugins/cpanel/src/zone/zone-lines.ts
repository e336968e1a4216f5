import type { ZoneRecord } from "@hostseal/core";
import type { ZoneLine } from "../wire.ts";

/** The longest string of a TXT record (RFC 1035 §3.3). */
const LONGEST_STRING = 255;
const TTL = 300;

type RecordLine = Extract<ZoneLine, { type: "record" }>;

const normal = (host: string): string => host.toLowerCase().replace(/\.$/, "");

/** A name as a zone file writes it: absolute with a final dot, else below the zone. */
const absolute = (name: string, zone: string): string => {
  if (name.endsWith(".")) return normal(name);
  return name === "" || name === "@" ? zone : normal(`${name}.${zone}`);
};

/** UTF-8 in one character for each octet, as zone lines are read. */
const octets = (text: string): string => Buffer.from(text).toString("latin1");

const isSame = (line: RecordLine, record: ZoneRecord, zone: string): boolean => {
  if (line.record_type !== record.type || absolute(line.dname_b64, zone) !== normal(record.host)) return false;
  if (record.type === "TXT") return line.data_b64.join("") === octets(record.value);
  return absolute(line.data_b64[0] ?? "", zone) === normal(record.value);
};

/** The lines that hold exactly this record. */
export const linesOf = (lines: readonly ZoneLine[], record: ZoneRecord, zone: string): readonly number[] =>
  lines.flatMap((line) => (line.type === "record" && isSame(line, record, zone) ? [line.line_index] : []));

/** The serial number that says which state of the zone was read. */
export const serialOf = (lines: readonly ZoneLine[]): string | undefined =>
  lines.flatMap((line) => (line.type === "record" && line.record_type === "SOA" ? [line.data_b64[2]] : []))[0];

/** Strings of at most 255 octets; none of them ends within a character. */
const split = (text: string): readonly string[] => {
  const strings: string[] = [];
  let current = "";
  for (const character of text) {
    if (Buffer.byteLength(current + character) > LONGEST_STRING) {
      strings.push(current);
      current = "";
    }
    current += character;
  }
  return [...strings, current];
};

/** A record as `mass_edit_zone` takes it. */
export const toAddition = ({ type, host, value }: ZoneRecord): string =>
  JSON.stringify({
    dname: `${normal(host)}.`,
    ttl: TTL,
    record_type: type,
    data: type === "TXT" ? split(value) : [`${normal(value)}.`],
  });

import type { DnsEntry, Zone } from "@hostseal/sandbox";

const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** Serial numbers start with a day, as the panel writes them. */
export const serialOf = (zone: Zone): string => String(2026_11_21_00 + zone.serial());

/** What stands in a zone file under a record, one item for each field. */
const fieldsOf = ({ type, value }: DnsEntry): readonly string[] => {
  switch (type) {
    case "CNAME":
    case "NS":
      return [`${value}.`];
    case "MX": {
      const [priority = "", host = ""] = value.split(" ");
      return [priority, `${host}.`];
    }
    case "CAA":
      return value.split(/ (?=(?:[^"]*"[^"]*")*[^"]*$)/).map((field) => field.replaceAll('"', ""));
    case "A":
    case "AAAA":
    case "TXT":
      return [value];
  }
};

/** A name below the zone is written relative to it, the top in full. */
const ownerOf = (host: string, origin: string): string =>
  host === origin ? `${origin}.` : host.slice(0, -origin.length - 1);

const FIRST_RECORD = 3;

/** The zone file, line by line: a comment, the default TTL, the SOA record, and then the entries in their order. */
export const toLines = (zone: Zone): readonly Readonly<Record<string, unknown>>[] => {
  const { origin, primary } = zone;
  const soa = [`${primary}.`, `hostmaster.${origin}.`, serialOf(zone), "3600", "1800", "1209600", "86400"];
  return [
    { line_index: 0, type: "comment", text_b64: base64("; cPanel first:11.138.0.10 latest:11.138.0.10") },
    { line_index: 1, type: "control", text_b64: base64("$TTL 14400") },
    {
      line_index: 2,
      type: "record",
      dname_b64: base64(`${origin}.`),
      record_type: "SOA",
      ttl: 86_400,
      data_b64: soa.map(base64),
    },
    ...zone.entries().map((entry, place) => ({
      line_index: FIRST_RECORD + place,
      type: "record",
      dname_b64: base64(ownerOf(entry.host, origin)),
      record_type: entry.type,
      ttl: 14_400,
      data_b64: fieldsOf(entry).map(base64),
    })),
  ];
};

/** The entry on a line of the file. */
export const entryAt = (zone: Zone, line: number): DnsEntry | undefined => zone.entries()[line - FIRST_RECORD];

import type { ZoneRecord } from "@hostseal/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zoneLines } from "../wire.ts";
import { linesOf, serialOf, toAddition } from "./zone-lines.ts";

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const line = (index: number | string, name: string, type: string, ...fields: readonly string[]) => ({
  line_index: index,
  type: "record",
  dname_b64: base64(name),
  record_type: type,
  ttl: 300,
  data_b64: fields.map(base64),
});
const text = (host: string, value: string): ZoneRecord => ({ type: "TXT", host, value });

const lines = zoneLines.parse([
  { line_index: 0, type: "comment", text_b64: "Ow==" },
  line("2", "example.com.", "SOA", "ns1.example.", "root.example.", "2026112101", "1", "2", "3", "4"),
  line(3, "_proof", "TXT", "to", "ken"),
  line("4", "_PROOF.example.com.", "TXT", "token"),
  line(5, "_proof.example.com", "TXT", "token"),
  line(6, "_alias", "CNAME", "ca.example."),
  line(7, "_near", "CNAME", "other"),
  line(8, "@", "TXT", "top"),
]);
const found = (record: ZoneRecord) => linesOf(lines, record, "example.com");

describe("the lines of a record", () => {
  it("are found whether its name and its strings are written in one way or another", () => {
    expect(found(text("_proof.example.com", "token"))).toEqual([3, 4]);
    expect(found(text("example.com", "top"))).toEqual([8]);
    expect(found({ type: "CNAME", host: "_alias.example.com", value: "CA.example" })).toEqual([6]);
    expect(found({ type: "CNAME", host: "_near.example.com", value: "other.example.com" })).toEqual([7]);
  });

  it("are not those of another name, text or type", () => {
    expect(found(text("_proof.example.com.example.com", "token"))).toEqual([5]);
    expect(found(text("_proof.example.com", "Token"))).toEqual([]);
    expect(found({ type: "CNAME", host: "_proof.example.com", value: "token" })).toEqual([]);
  });
});

it("the serial number is the third field of the SOA record", () => {
  expect(serialOf(lines)).toBe("2026112101");
});

it("an added record has strings of at most 255 octets, and is found again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 700 }), (value) => {
      const record = text("_proof.example.com", value);
      const added = JSON.parse(toAddition(record)) as { readonly dname: string; readonly data: readonly string[] };
      expect(added.data.every((part) => Buffer.byteLength(part) <= 255)).toBe(true);
      const read = zoneLines.parse([line(9, added.dname, "TXT", ...added.data)]);
      expect(linesOf(read, record, "example.com")).toEqual([9]);
    }),
  );
});

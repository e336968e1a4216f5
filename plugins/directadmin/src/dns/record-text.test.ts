import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteName, combine, fromWire, toWire } from "./record-text.ts";

const ZONE = "example.com";

describe("names in a zone", () => {
  it.each([
    ["_proof", "_proof.example.com"],
    ["_proof.example.com.", "_proof.example.com"],
    ["Example.COM.", "example.com"],
    ["@", "example.com"],
    ["", "example.com"],
  ])("%j is %s", (name, absolute) => {
    expect(absoluteName(name, ZONE)).toBe(absolute);
  });
});

describe("values", () => {
  it.each([
    ["TXT", '"one" "two"', "onetwo"],
    ["TXT", "bare", "bare"],
    ["TXT", String.raw`"a\"b\\c\044d"`, String.raw`a"b\c,d`],
    ["CNAME", "Proof.CA.example.", "proof.ca.example"],
    ["CNAME", "www", "www.example.com"],
    ["A", "192.0.2.1", "192.0.2.1"],
  ])("of %s, as %s, are %s", (type, value, read) => {
    expect(fromWire(type, value, ZONE)).toBe(read);
  });

  it("come back as they were sent", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]{1,200}$/), (value) => {
        const record = toWire({ type: "TXT", host: "_proof.example.com", value });
        expect(fromWire("TXT", record.value, ZONE)).toBe(value);
      }),
    );
  });

  it("are selected by a query string in itself, with %20 for a space", () => {
    expect(combine({ name: "_proof", value: '"a b&c=d"' })).toBe("name=_proof&value=%22a%20b%26c%3Dd%22");
  });
});

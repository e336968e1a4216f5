import type { DnsRecord, DnsType } from "@hostseal/core";
import { describe, expect, test } from "vitest";
import { readOutcome } from "./read-outcome.ts";
import type { Reply } from "./read-reply.ts";

const reply = (change: Partial<Reply>): Reply => ({
  code: 0,
  authoritative: false,
  truncated: false,
  authentic: false,
  answers: [],
  extendedErrors: [],
  ...change,
});
const record = (name: string, type: DnsType, value: string): DnsRecord => ({ name, type, ttl: 60, value });
const question = { name: "www.test", type: "A" } as const;

describe("an answer", () => {
  const address = record("www.test", "A", "192.0.2.1");

  test("is the records of the name and type asked for, and no others", () => {
    const others = [record("other.test", "A", "192.0.2.9"), record("www.test", "TXT", "x")];
    const outcome = readOutcome(reply({ answers: [...others, address] }), question);
    expect(outcome).toEqual({ kind: "records", records: [address], dnssec: "insecure" });
  });

  test("is secure when the resolver says so", () => {
    const outcome = readOutcome(reply({ answers: [address], authentic: true }), question);
    expect(outcome).toMatchObject({ kind: "records", dnssec: "secure" });
  });

  test("is found behind aliases, in whatever order they come", () => {
    const answers = [
      record("edge.test", "A", "192.0.2.3"),
      record("cdn.test", "CNAME", "edge.test"),
      record("www.test", "CNAME", "cdn.test"),
    ];
    expect(readOutcome(reply({ answers }), question)).toMatchObject({ kind: "records", records: [answers[0]] });
  });

  test("names the alias whose target it does not tell", () => {
    const alias = record("www.test", "CNAME", "cdn.test");
    const outcome = readOutcome(reply({ answers: [alias] }), question);
    expect(outcome).toEqual({ kind: "alias", target: "cdn.test", records: [alias], dnssec: "insecure" });
  });

  test("is the alias itself when that was asked for", () => {
    const alias = record("www.test", "CNAME", "cdn.test");
    const outcome = readOutcome(reply({ answers: [alias] }), { name: "www.test", type: "CNAME" });
    expect(outcome).toMatchObject({ kind: "records", records: [alias] });
  });

  test("is malformed when aliases lead round in a ring", () => {
    const answers = [record("www.test", "CNAME", "a.test"), record("a.test", "CNAME", "www.test")];
    expect(readOutcome(reply({ answers }), question)).toEqual({ kind: "failed", because: "malformed" });
  });

  test("without records says whether the name exists", () => {
    expect(readOutcome(reply({}), question)).toEqual({ kind: "no-records", dnssec: "insecure" });
    expect(readOutcome(reply({ code: 3 }), question)).toEqual({ kind: "no-such-name", dnssec: "insecure" });
  });
});

describe("a failure", () => {
  test.each([
    [1, "not-implemented"],
    [2, "servfail"],
    [4, "not-implemented"],
    [5, "refused"],
    [9, "refused"],
    [16, "not-implemented"],
    [23, "servfail"],
  ])("with code %i is %s", (code, because) => {
    expect(readOutcome(reply({ code }), question)).toEqual({ kind: "failed", because });
  });

  test.each([
    [5, "servfail"],
    [6, "bogus"],
    [9, "bogus"],
    [12, "bogus"],
    [13, "servfail"],
    [22, "servfail"],
  ])("of the server with the extended error %i is %s", (error, because) => {
    expect(readOutcome(reply({ code: 2, extendedErrors: [error] }), question)).toEqual({ kind: "failed", because });
  });
});

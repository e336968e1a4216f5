import type { CaaLookup, DnsAnswer, DnsType, Probe } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { probeOf } from "./ask.ts";
import { type DnsWorld, LONG_TEXT, PRIMARY, SECONDARY, startDnsWorld } from "./dns-world.ts";
import { freePort } from "../free-port.ts";

let world: DnsWorld;
let probe: Probe;

beforeAll(async () => {
  world = await startDnsWorld();
  probe = probeOf({ resolvers: [world.silent], nameServerPort: world.nameServerPort });
});
afterAll(() => world[Symbol.asyncDispose]());

const caa = (name: string): Promise<CaaLookup> => probe.caa(name as DomainName);

describe("Knot DNS through a validating Unbound", () => {
  test.each<readonly [string, DnsType, readonly string[]]>([
    ["signed.test", "A", ["192.0.2.10"]],
    ["signed.test", "AAAA", ["2001:db8::10"]],
    ["signed.test", "MX", ["10 mx.plain.test"]],
    ["signed.test", "NS", ["ns1.signed.test", "ns2.signed.test"]],
    ["signed.test", "CAA", ['0 issue "sectigo.com; account=\\"7\\""', '128 issuewild ";"']],
    ["www.signed.test", "A", ["192.0.2.10"]],
    ["www.signed.test", "CNAME", ["signed.test"]],
    ["any.wild.signed.test", "TXT", ["from the wildcard"]],
    ["long.signed.test", "TXT", [LONG_TEXT.join("")]],
  ])("%s %s is found and secure", async (name, type, values) => {
    const answer = await probe.dns({ name, type });
    expect(answer).toMatchObject({ kind: "records", dnssec: "secure" });
    const found = answer.kind === "records" ? answer.records.map(({ value }) => value) : [];
    expect(found.toSorted()).toEqual(values.toSorted());
  });

  test.each<readonly [string, DnsType, DnsAnswer]>([
    ["www.signed.test", "TXT", { kind: "no-records", dnssec: "secure" }],
    ["nowhere.signed.test", "A", { kind: "no-such-name", dnssec: "secure" }],
    ["shop.plain.test", "TXT", { kind: "no-records", dnssec: "insecure" }],
    ["dangling.plain.test", "A", { kind: "no-such-name", dnssec: "insecure" }],
  ])("%s %s is proven absent, as far as the zone is signed", async (name, type, expected) => {
    expect(await probe.dns({ name, type })).toEqual(expected);
  });

  test("an unsigned zone is insecure, and so is an alias into it", async () => {
    expect(await probe.dns({ name: "plain.test", type: "TXT" })).toMatchObject({ dnssec: "insecure" });
    const away = await probe.dns({ name: "away.signed.test", type: "A" });
    expect(away).toMatchObject({ kind: "records", records: [{ value: "192.0.2.20" }], dnssec: "insecure" });
  });

  test("a thousand questions at once are all answered", async () => {
    const questions = Array.from({ length: 1_000 }, (_, index) => `n${index}.wild.signed.test`);
    const answers = await Promise.all(questions.map((name) => probe.dns({ name, type: "TXT" })));
    expect(answers.filter(({ kind }) => kind !== "records")).toEqual([]);
  });
});

describe("a zone with a stale DS at its parent", () => {
  test.each(["explaining", "silent"] as const)("is bogus to a resolver that is %s", async (which) => {
    const bogus = { kind: "failed", because: "bogus", server: `${world[which].address}:${world[which].port}` };
    const strict = probeOf({ resolvers: [world[which]] });
    expect(await strict.dns({ name: "broken.test", type: "TXT" })).toEqual(bogus);
    expect(await strict.dns({ name: "nowhere.broken.test", type: "A" })).toEqual(bogus);
  });

  test("fails the look-up of CAA", async () => {
    expect(await caa("www.broken.test")).toMatchObject({ kind: "failed", at: "www.broken.test", because: "bogus" });
  });

  test("still shows what its servers say", async () => {
    const [server] = await probe.dnsEverywhere({ name: "broken.test", type: "TXT" });
    expect(server).toMatchObject({
      server: "ns1.broken.test",
      answer: { kind: "records", records: [{ value: "here" }] },
    });
  });
});

describe("CAA", () => {
  test("is climbed to, securely", async () => {
    const lookup = await caa("*.shop.deep.signed.test");
    expect(lookup).toMatchObject({ kind: "found", at: "signed.test", dnssec: "secure" });
    const records = lookup.kind === "found" ? lookup.records : [];
    expect(records).toContainEqual({ flags: 0, tag: "issue", value: 'sectigo.com; account="7"' });
    expect(records).toContainEqual({ flags: 128, tag: "issuewild", value: ";" });
  });

  test("is found behind an alias, where it is", async () => {
    const lookup = await caa("away.signed.test");
    expect(lookup).toMatchObject({ kind: "found", at: "shop.plain.test", records: [{ value: "digicert.com" }] });
  });

  test("is absent up to the top level", async () => {
    expect(await caa("other.plain.test")).toEqual({ kind: "none", dnssec: "insecure" });
  });
});

describe("the name servers of a zone", () => {
  test("are asked one by one, so that the one that lags behind is seen", async () => {
    const answers = await probe.dnsEverywhere({ name: "_dcv.signed.test", type: "TXT" });
    expect(answers.toSorted((one, other) => one.server.localeCompare(other.server))).toMatchObject([
      {
        server: "ns1.signed.test",
        address: PRIMARY,
        answer: { records: [{ value: "new token" }], dnssec: "insecure" },
      },
      { server: "ns2.signed.test", address: SECONDARY, answer: { records: [{ value: "old token" }] } },
    ]);
  });

  test("answer in full over TCP", async () => {
    const answers = await probe.dnsEverywhere({ name: "long.signed.test", type: "TXT" });
    const primary = answers.find(({ address }) => address === PRIMARY);
    expect(primary?.answer).toMatchObject({ kind: "records", records: [{ value: LONG_TEXT.join("") }] });
  });

  test("refuse what is not theirs", async () => {
    const direct = probeOf({ resolvers: [world.primary] });
    expect(await direct.dns({ name: "example.invalid", type: "A" })).toMatchObject({
      kind: "failed",
      because: "refused",
    });
  });
});

test("a resolver that is down gives way to one that runs", async () => {
  const gone = { address: PRIMARY, port: await freePort(PRIMARY) };
  const answer = await probeOf({ resolvers: [gone, world.silent] }).dns({ name: "signed.test", type: "A" });
  expect(answer).toMatchObject({ kind: "records", dnssec: "secure" });
});

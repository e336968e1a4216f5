import type { CaaLookup } from "@hostseal/core";
import type { Answer } from "dns-packet";
import { expect, test } from "vitest";
import { type Answering, FLAGS, fromTable, replyTo, startDnsServer } from "../../test/dns-server.ts";
import { asName, LOOPBACK, probeOf } from "../../test/probe-of.ts";

const caa = (name: string, value: string): Answer => ({ type: "CAA", name, ttl: 60, data: { tag: "issue", value } });
const alias = (name: string, data: string): Answer => ({ type: "CNAME", name, ttl: 60, data });

const lookUp = async (name: string, answering: Answering): Promise<readonly [CaaLookup, readonly string[]]> => {
  await using server = await startDnsServer(answering);
  const lookup = await probeOf({ resolvers: [{ address: LOOPBACK, port: server.port }] }).caa(asName(name));
  return [lookup, server.asked.map(({ packet }) => packet.questions?.[0]?.name ?? "")];
};

const zone = {
  "shop.test CAA": [caa("shop.test", "ca.example"), caa("shop.test", ";")],
  "own.shop.test CAA": [caa("own.shop.test", "other.example")],
  "www.shop.test A": [],
  "alias.shop.test CAA": [alias("alias.shop.test", "edge.cdn.test")],
  "edge.cdn.test CAA": [caa("edge.cdn.test", "cdn.example")],
  "empty.shop.test CAA": [alias("empty.shop.test", "edge.nothing.test")],
  "edge.nothing.test A": [],
  "nothing.test CAA": [caa("nothing.test", "never.example")],
};

test("the records of the name itself decide", async () => {
  const [lookup, asked] = await lookUp("own.shop.test", fromTable(zone));
  const records = [{ flags: 0, tag: "issue", value: "other.example" }];
  expect(lookup).toEqual({ kind: "found", at: "own.shop.test", records, dnssec: "insecure" });
  expect(asked).toEqual(["own.shop.test"]);
});

test("or else those of the nearest parent that has any, whether the name exists or not", async () => {
  const [lookup, asked] = await lookUp("a.www.shop.test", fromTable(zone, FLAGS.ad));
  expect(lookup).toMatchObject({ kind: "found", at: "shop.test", dnssec: "secure" });
  expect(asked).toEqual(["a.www.shop.test", "www.shop.test", "shop.test"]);
});

test("a wildcard is asked for without its asterisk", async () => {
  const [lookup, asked] = await lookUp("*.shop.test", fromTable(zone));
  expect(lookup).toMatchObject({ at: "shop.test", records: [{ value: "ca.example" }, { value: ";" }] });
  expect(asked).toEqual(["shop.test"]);
});

test("an alias is followed, and the records are reported where they are", async () => {
  const [lookup] = await lookUp("alias.shop.test", fromTable(zone));
  expect(lookup).toMatchObject({ kind: "found", at: "edge.cdn.test", records: [{ value: "cdn.example" }] });
});

test("the parents of an alias's target are not climbed", async () => {
  const [lookup, asked] = await lookUp("empty.shop.test", fromTable(zone));
  expect(lookup).toMatchObject({ kind: "found", at: "shop.test" });
  expect(asked).not.toContain("nothing.test");
});

test("nothing up to the top level is none, and the root is not asked", async () => {
  const [lookup, asked] = await lookUp("a.free.test", fromTable({ "free.test A": [], "test NS": [] }));
  expect(lookup).toEqual({ kind: "none", dnssec: "insecure" });
  expect(asked).toEqual(["a.free.test", "free.test", "test"]);
});

test("a failure ends the climb, with the name that failed", async () => {
  const [lookup] = await lookUp("a.www.shop.test", (asked, transport) =>
    asked.questions?.[0]?.name === "www.shop.test" ? [replyTo(asked, { flags: 5 })] : fromTable(zone)(asked, transport),
  );
  expect(lookup).toMatchObject({ kind: "failed", at: "www.shop.test", because: "refused" });
});

test("one insecure step on the climb makes the answer insecure", async () => {
  const [lookup] = await lookUp("www.shop.test", (asked, transport) =>
    fromTable(zone, asked.questions?.[0]?.name === "shop.test" ? FLAGS.ad : 0)(asked, transport),
  );
  expect(lookup).toMatchObject({ kind: "found", at: "shop.test", dnssec: "insecure" });
});

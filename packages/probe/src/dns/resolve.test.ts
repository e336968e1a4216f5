import type { DnsAnswer, DnsType } from "@hostseal/core";
import type { Answer } from "dns-packet";
import { describe, expect, test } from "vitest";
import { type Answering, type DnsServer, FLAGS, fromTable, replyTo, startDnsServer } from "../../test/dns-server.ts";
import { IMPATIENT, LOOPBACK, probeOf } from "../../test/probe-of.ts";
import type { Endpoint } from "../net/endpoint.ts";

const address = (name: string, data = "192.0.2.1"): Answer => ({ type: "A", name, ttl: 60, data });
const alias = (name: string, data: string): Answer => ({ type: "CNAME", name, ttl: 60, data });

const resolverOf = ({ port }: DnsServer): Endpoint => ({ address: LOOPBACK, port });

const ask = (servers: readonly DnsServer[], name: string, type: DnsType = "A"): Promise<DnsAnswer> => {
  const timeouts = { question: IMPATIENT.question };
  return probeOf({ resolvers: servers.map(resolverOf), timeouts }).dns({ name, type });
};

const failing =
  (code: number): Answering =>
  (asked) => [replyTo(asked, { flags: code })];
const good = fromTable({ "www.test A": [address("www.test")] }, FLAGS.ad);

describe("the state of the signatures", () => {
  test.each([
    [FLAGS.ad, "secure"],
    [0, "insecure"],
  ])("with the flags %i is %s", async (flags, dnssec) => {
    await using server = await startDnsServer(fromTable({ "www.test A": [address("www.test")] }, flags));
    expect(await ask([server], "www.test")).toMatchObject({ kind: "records", dnssec });
    expect(await ask([server], "www.test", "CAA")).toEqual({ kind: "no-records", dnssec });
    expect(await ask([server], "nowhere.test")).toEqual({ kind: "no-such-name", dnssec });
  });

  test("is bogus when a resolver fails unless told not to check", async () => {
    await using server = await startDnsServer((asked) => [replyTo(asked, { flags: asked.flag_cd ? 0 : 2 })]);
    expect(await ask([server], "www.test")).toMatchObject({ kind: "failed", because: "bogus" });
  });

  test("is bogus at once when the resolver says so itself", async () => {
    const extendedError = { code: 15, data: Buffer.from([0, 6]) };
    const edns = { type: "OPT", name: ".", udpPayloadSize: 512, extendedRcode: 0, ednsVersion: 0, flags: 0 };
    const additionals = [{ ...edns, flag_do: false, options: [extendedError] } as unknown as Answer];
    await using server = await startDnsServer((asked) => [replyTo(asked, { flags: 2, additionals })]);
    expect(await ask([server], "www.test")).toMatchObject({ kind: "failed", because: "bogus" });
    expect(server.asked).toHaveLength(1);
  });

  test("is not put down as bogus for a passing fault", async () => {
    let count = 0;
    const answering: Answering = (asked, transport) => (count++ === 0 ? failing(2) : good)(asked, transport);
    await using server = await startDnsServer(answering);
    expect(await ask([server], "www.test")).toMatchObject({ kind: "records" });
  });

  test("bogus is not washed clean by asking another resolver", async () => {
    await using strict = await startDnsServer((asked) => [replyTo(asked, { flags: asked.flag_cd ? 0 : 2 })]);
    await using lax = await startDnsServer(good);
    expect(await ask([strict, lax], "www.test")).toMatchObject({ kind: "failed", because: "bogus" });
  });
});

describe("a resolver that fails", () => {
  test.each([
    [2, "servfail"],
    [4, "not-implemented"],
    [5, "refused"],
  ])("with code %i is %s, and named", async (code, because) => {
    await using server = await startDnsServer(failing(code));
    expect(await ask([server], "www.test")).toEqual({
      kind: "failed",
      because,
      server: `${LOOPBACK}:${server.port}`,
    });
  });

  test("is asked once more", async () => {
    let count = 0;
    await using server = await startDnsServer((asked, transport) => (count++ === 0 ? [] : good(asked, transport)));
    expect(await ask([server], "www.test")).toMatchObject({ kind: "records" });
  });

  test.each<readonly [string, Answering]>([
    ["silent", () => []],
    ["refusing", failing(5)],
    ["babbling", () => [Buffer.from("noise")]],
  ])("%s gives way to the next one", async (_, answering) => {
    await using first = await startDnsServer(answering);
    await using second = await startDnsServer(good);
    expect(await ask([first, second], "www.test")).toMatchObject({ kind: "records" });
    expect(first.asked.length).toBeGreaterThan(0);
  });

  test("is reported by what it said, rather than one that said nothing", async () => {
    await using silent = await startDnsServer(() => []);
    await using refusing = await startDnsServer(failing(5));
    expect(await ask([silent, refusing], "www.test")).toMatchObject({ because: "refused" });
  });
});

describe("an alias", () => {
  test("is followed by us when the server does not follow it", async () => {
    const table = { "www.test A": [alias("www.test", "cdn.test")], "cdn.test A": [address("cdn.test")] };
    await using server = await startDnsServer(fromTable(table));
    expect(await ask([server], "www.test")).toMatchObject({ records: [{ name: "cdn.test", value: "192.0.2.1" }] });
  });

  test("to a name without such records has none", async () => {
    const table = { "www.test A": [alias("www.test", "cdn.test")], "cdn.test TXT": [] };
    await using server = await startDnsServer(fromTable(table));
    expect(await ask([server], "www.test")).toEqual({ kind: "no-records", dnssec: "insecure" });
  });

  test("is insecure when one step is", async () => {
    await using server = await startDnsServer((asked, transport) =>
      asked.questions?.[0]?.name === "www.test"
        ? [replyTo(asked, { answers: [alias("www.test", "cdn.test")] })]
        : fromTable({ "cdn.test A": [address("cdn.test")] }, FLAGS.ad)(asked, transport),
    );
    expect(await ask([server], "www.test")).toMatchObject({ kind: "records", dnssec: "insecure" });
  });

  test("that never ends is malformed, after a few questions", async () => {
    await using server = await startDnsServer((asked) => {
      const { name = "" } = asked.questions?.[0] ?? {};
      return [replyTo(asked, { answers: [alias(name, `x${name}`)] })];
    });
    expect(await ask([server], "www.test")).toMatchObject({ kind: "failed", because: "malformed" });
    expect(server.asked.length).toBeLessThan(12);
  });

  test("to what is no name is malformed", async () => {
    await using server = await startDnsServer((asked) => [
      replyTo(asked, { answers: [alias("www.test", "a b.test")] }),
    ]);
    expect(await ask([server], "www.test")).toMatchObject({ kind: "failed", because: "malformed" });
  });
});

test("names are asked without case and final dot", async () => {
  await using server = await startDnsServer(good);
  expect(await ask([server], "WWW.Test.")).toMatchObject({ kind: "records" });
});

test.each(["", "a..b", "a b.test", `${"a".repeat(64)}.test`])("%j is refused as a question", async (name) => {
  await expect(probeOf({}).dns({ name, type: "A" })).rejects.toMatchObject({ code: "input.name" });
});

test("perspectives look through their own resolvers", async () => {
  await using here = await startDnsServer(good);
  await using there = await startDnsServer(fromTable({ "www.test A": [address("www.test", "192.0.2.99")] }));
  const probe = probeOf({
    resolvers: [resolverOf(here)],
    perspectives: [{ name: "far away", resolvers: [resolverOf(there)], sourceAddress: LOOPBACK }],
  });
  const [far] = probe.perspectives ?? [];
  expect(far?.name).toBe("far away");
  expect(await far?.probe.dns({ name: "www.test", type: "A" })).toMatchObject({ records: [{ value: "192.0.2.99" }] });
});

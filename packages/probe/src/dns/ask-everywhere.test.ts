import type { NameServerAnswer } from "@hostseal/core";
import type { Answer } from "dns-packet";
import { expect, test } from "vitest";
import { type Answering, FLAGS, fromTable, replyTo, startDnsServer } from "../../test/dns-server.ts";
import { LOOPBACK, probeOf } from "../../test/probe-of.ts";

const SECOND = "127.0.0.2";
const ns = (name: string, data: string): Answer => ({ type: "NS", name, ttl: 60, data });
const address = (name: string, data: string): Answer => ({ type: "A", name, ttl: 60, data });
const text = (data: string): Answer => ({ type: "TXT", name: "_dcv.shop.test", ttl: 60, data });

const delegation = {
  "shop.test NS": [
    ns("shop.test", "ns1.shop.test"),
    ns("shop.test", "ns2.shop.test"),
    ns("shop.test", "ns3.gone.test"),
  ],
  "_dcv.shop.test NS": [],
  "ns1.shop.test A": [address("ns1.shop.test", LOOPBACK)],
  "ns2.shop.test A": [address("ns2.shop.test", SECOND)],
};
const serving = (data: string): Answering => fromTable({ "_dcv.shop.test TXT": [text(data)] }, FLAGS.aa);

const askBoth = async (first: Answering, second: Answering): Promise<readonly NameServerAnswer[]> => {
  await using resolver = await startDnsServer(fromTable(delegation));
  await using one = await startDnsServer(first);
  await using two = await startDnsServer(second, { address: SECOND, port: one.port });
  const probe = probeOf({ resolvers: [{ address: LOOPBACK, port: resolver.port }], nameServerPort: two.port });
  const answers = await probe.dnsEverywhere({ name: "_dcv.shop.test", type: "TXT" });
  for (const { packet } of [...one.asked, ...two.asked]) expect(packet.flag_rd).toBe(false);
  return answers;
};

test("each name server of the zone is asked by itself, so that one lagging behind is seen", async () => {
  const answers = await askBoth(serving("new"), serving("old"));
  expect(answers).toMatchObject([
    { server: "ns1.shop.test", address: LOOPBACK, answer: { kind: "records", records: [{ value: "new" }] } },
    { server: "ns2.shop.test", address: SECOND, answer: { kind: "records", records: [{ value: "old" }] } },
    { server: "ns3.gone.test", address: "", answer: { kind: "failed", because: "unreachable" } },
  ]);
});

test("a server that does not serve the zone refuses, however it says so", async () => {
  const answers = await askBoth(
    (asked) => [replyTo(asked, { flags: 5 })],
    (asked) => [replyTo(asked, { authorities: [ns("test", "a.root.test")] })],
  );
  expect(answers.slice(0, 2)).toMatchObject([
    { answer: { kind: "failed", because: "refused" } },
    { answer: { kind: "failed", because: "refused" } },
  ]);
});

test("an alias out of the zone is answered by its record", async () => {
  const alias: Answer = { type: "CNAME", name: "_dcv.shop.test", ttl: 60, data: "token.ca.example" };
  const table = { "_dcv.shop.test TXT": [alias] };
  const [first] = await askBoth(fromTable(table, FLAGS.aa), serving("x"));
  expect(first?.answer).toMatchObject({ kind: "records", records: [{ type: "CNAME", value: "token.ca.example" }] });
});

test("servers are found even when signatures do not verify", async () => {
  await using resolver = await startDnsServer((asked, transport) =>
    asked.flag_cd ? fromTable(delegation)(asked, transport) : [replyTo(asked, { flags: 2 })],
  );
  await using one = await startDnsServer(serving("seen"));
  const probe = probeOf({ resolvers: [{ address: LOOPBACK, port: resolver.port }], nameServerPort: one.port });
  const [first] = await probe.dnsEverywhere({ name: "_dcv.shop.test", type: "TXT" });
  expect(first?.answer).toMatchObject({ kind: "records", records: [{ value: "seen" }] });
});

test("when no servers can be found, the resolver that failed is named", async () => {
  await using resolver = await startDnsServer((asked) => [replyTo(asked, { flags: 2 })]);
  const probe = probeOf({ resolvers: [{ address: LOOPBACK, port: resolver.port }] });
  const server = `${LOOPBACK}:${resolver.port}`;
  expect(await probe.dnsEverywhere({ name: "shop.test", type: "TXT" })).toEqual([
    { server, address: "", answer: { kind: "failed", because: "servfail", server } },
  ]);
});

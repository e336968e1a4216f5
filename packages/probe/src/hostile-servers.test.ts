import type { DnsAnswer, HttpObservation, TlsEndpoint } from "@hostseal/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { FLAGS, replyTo, startDnsServer } from "../test/dns-server.ts";
import { asName, LOOPBACK, probeOf } from "../test/probe-of.ts";
import { startTcpServer } from "../test/tcp-server.ts";

const SHOP = asName("shop.test");
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));
const RUNS = { numRuns: 60, interruptAfterTimeLimit: 15_000 };

/** Changes some bytes behind the id, so that what arrives is nearly right. */
const damaged = (message: Buffer, damage: readonly (readonly [number, number])[]): Buffer => {
  const copy = Buffer.from(message);
  for (const [at, byte] of damage) copy[2 + (at % (copy.length - 2))] = byte;
  return copy;
};

test("whatever a resolver sends, over UDP and TCP, is a value within the time allowed", async () => {
  let overUdp: readonly Buffer[] = [];
  let overTcp: readonly Buffer[] = [];
  let damage: readonly (readonly [number, number])[] = [];
  await using server = await startDnsServer((asked, transport) => {
    const honest = replyTo(asked, {
      flags: transport === "udp" && overTcp.length > 0 ? FLAGS.tc : FLAGS.ad,
      answers: [
        { type: "CNAME", name: "shop.test", data: "cdn.test" },
        { type: "TXT", name: "cdn.test", data: ["a", "b"] },
        { type: "CAA", name: "cdn.test", data: { tag: "issue", value: "ca.example" } },
      ],
    });
    return [...(transport === "udp" ? overUdp : overTcp), damaged(honest, damage)];
  });
  const timeouts = { question: 20 };
  const probe = probeOf({ resolvers: [{ address: LOOPBACK, port: server.port }], timeouts });
  const messages = fc.array(bytes, { maxLength: 3 });
  const changes = fc.array(fc.tuple(fc.nat(500), fc.nat(255)), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(messages, messages, changes, async (udp, tcp, change) => {
      [overUdp, overTcp, damage] = [udp, tcp, change];
      const answer: DnsAnswer = await probe.dns({ name: SHOP, type: "TXT" });
      expect(["records", "no-records", "no-such-name", "failed"]).toContain(answer.kind);
      expect(["found", "none", "failed"]).toContain((await probe.caa(SHOP)).kind);
    }),
    RUNS,
  );
});

test("whatever a web server sends is a value within the time allowed", async () => {
  let reply: Buffer = Buffer.alloc(0);
  let hangUp = false;
  await using server = await startTcpServer((socket) => {
    socket.once("data", () => (hangUp ? socket.end(reply) : socket.write(reply)));
  });
  const timeouts = { fetch: 60 };
  const probe = probeOf({ addresses: { [SHOP]: [LOOPBACK] }, ports: { 80: server.port, 443: server.port }, timeouts });
  const heads = fc.constantFrom(
    "",
    "HTTP/1.1 ",
    "HTTP/1.1 200 OK\r\n",
    "HTTP/1.1 302 Found\r\nLocation: ",
    "HTTP/1.1 200 OK\r\n\r\n",
  );
  const head = fc.tuple(heads, fc.constantFrom("", "Transfer-Encoding: chunked\r\n\r\n", "Content-Length: 4\r\n\r\n"));
  await fc.assert(
    fc.asyncProperty(head, bytes, fc.boolean(), async (start, rest, end) => {
      [reply, hangUp] = [Buffer.concat([Buffer.from(start.join("")), rest, Buffer.from("\r\n\r\n")]), end];
      const observation: HttpObservation = await probe.http({ url: `http://${SHOP}/` });
      expect(["answered", "failed"]).toContain(observation.kind);
    }),
    RUNS,
  );
});

test("whatever is sent in place of a TLS handshake is a failure within the time allowed", async () => {
  let reply: Buffer = Buffer.alloc(0);
  await using server = await startTcpServer((socket) => {
    socket.once("data", () => socket.write(reply));
  });
  const probe = probeOf({ timeouts: { handshake: 60 } });
  const record = fc.constantFrom([], [22, 3, 3], [22, 3, 3, 0, 40, 2, 0, 0, 36, 3, 3], [21, 3, 3, 0, 2]);
  await fc.assert(
    fc.asyncProperty(record, bytes, async (start, rest) => {
      reply = Buffer.concat([Buffer.from(start), rest]);
      const endpoints = [{ address: LOOPBACK, port: server.port }];
      const [seen]: readonly TlsEndpoint[] = (await probe.tls({ name: SHOP, endpoints })).endpoints;
      expect(seen?.kind).toBe("failed");
    }),
    RUNS,
  );
});

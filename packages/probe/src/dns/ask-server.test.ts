import type { Answer, DecodedPacket } from "dns-packet";
import { decode, encode } from "dns-packet";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { type Answering, FLAGS, fromTable, replyTo, startDnsServer } from "../../test/dns-server.ts";
import { IMPATIENT, LOOPBACK, random } from "../../test/probe-of.ts";
import { createGate } from "../net/gate.ts";
import { askServer, type Line } from "./ask-server.ts";
import type { Heard } from "./exchange.ts";

const question = { name: "example.test", type: "TXT" } as const;
const token = (text: string): Answer => ({ type: "TXT", name: "example.test", ttl: 60, data: text });
const lineOf = (timeout = 2_000): Line => ({ gate: createGate(8), random, timeout });

const ask = (port: number, line = lineOf()): Promise<Heard> =>
  askServer({ address: LOOPBACK, port }, { question, recursion: true }, line);
const values = (heard: Heard): unknown =>
  heard.kind === "reply" ? heard.reply.answers.map(({ value }) => value) : heard.because;

test("asks with recursion desired, EDNS and the DO bit", async () => {
  await using server = await startDnsServer(fromTable({ "example.test TXT": [token("a")] }));
  expect(values(await ask(server.port))).toEqual(["a"]);
  const [asked] = server.asked;
  expect(asked?.packet.flag_rd).toBe(true);
  expect(asked?.packet.additionals).toMatchObject([{ type: "OPT", udpPayloadSize: 1232, flag_do: true }]);
});

test("leaves from the source address, over UDP and TCP", async () => {
  const flagsOf = { udp: FLAGS.tc, tcp: 0 };
  await using server = await startDnsServer((asked, transport) => [replyTo(asked, { flags: flagsOf[transport] })]);
  await ask(server.port, { ...lineOf(), sourceAddress: "127.0.0.2" });
  expect(server.asked.map(({ from }) => from)).toEqual(["127.0.0.2", "127.0.0.2"]);
});

test("draws a new id and port for each question", async () => {
  await using server = await startDnsServer(fromTable({ "example.test TXT": [token("a")] }));
  for (let count = 0; count < 8; count += 1) await ask(server.port);
  expect(new Set(server.asked.map(({ packet }) => packet.id)).size).toBeGreaterThan(4);
});

test("asks again over TCP what does not fit into a datagram", async () => {
  const long = ["x".repeat(255), "y".repeat(255), "z".repeat(255)];
  const answering: Answering = (asked, transport) => [
    transport === "udp"
      ? replyTo(asked, { flags: FLAGS.tc })
      : replyTo(asked, { answers: [{ type: "TXT", name: "example.test", data: long }] }),
  ];
  await using server = await startDnsServer(answering);
  expect(values(await ask(server.port))).toEqual([long.join("")]);
  expect(server.asked.map(({ transport }) => transport)).toEqual(["udp", "tcp"]);
});

test.each([1, 4])("asks without EDNS a server that says code %i to it", async (code) => {
  const answering: Answering = (asked) => [
    (asked.additionals ?? []).length > 0
      ? encode({ type: "response", id: asked.id ?? 0, flags: code })
      : replyTo(asked, { answers: [token("plain")] }),
  ];
  await using server = await startDnsServer(answering);
  expect(values(await ask(server.port))).toEqual(["plain"]);
});

const genuine = (asked: DecodedPacket): Buffer => replyTo(asked, { answers: [token("genuine")] });
const forged = (asked: DecodedPacket, change: object): Buffer =>
  replyTo({ ...asked, ...change }, { answers: [token("forged")] });

describe("a forger", () => {
  test.each<readonly [string, (asked: DecodedPacket) => Buffer]>([
    ["with the wrong id", (asked) => forged(asked, { id: ((asked.id ?? 0) + 1) % 65_536 })],
    ["with the wrong question", (asked) => forged(asked, { questions: [{ type: "TXT", name: "evil.test" }] })],
    ["with noise", () => Buffer.from("not DNS at all")],
    ["with a damaged reply", (asked) => genuine(asked).subarray(0, -4)],
  ])("%s is passed over", async (_, forge) => {
    await using server = await startDnsServer((asked) => [forge(asked), genuine(asked)]);
    expect(values(await ask(server.port))).toEqual(["genuine"]);
  });

  test("who knows everything but sends from another port is not heard", async () => {
    const forger = createSocket("udp4").bind(0, LOOPBACK);
    const server = createSocket("udp4", (bytes, { port, address }) => {
      const asked = decode(bytes);
      forger.send(forged(asked, {}), port, address, () => server.send(genuine(asked), port, address));
    }).bind(0, LOOPBACK);
    await Promise.all([once(forger, "listening"), once(server, "listening")]);
    expect(values(await ask(server.address().port))).toEqual(["genuine"]);
    server.close();
    forger.close();
  });
});

describe("a server that fails", () => {
  test("by silence has timed out", async () => {
    await using server = await startDnsServer(() => []);
    expect(values(await ask(server.port, lineOf(IMPATIENT.question)))).toBe("timeout");
  });

  test("by noise alone is malformed", async () => {
    await using server = await startDnsServer(() => [Buffer.from("GET / HTTP/1.1\r\n\r\n")]);
    expect(values(await ask(server.port, lineOf(IMPATIENT.question)))).toBe("malformed");
  });

  test("by not being there is unreachable", async () => {
    const server = await startDnsServer(() => []);
    await server[Symbol.asyncDispose]();
    expect(values(await ask(server.port))).toBe("unreachable");
  });

  test.each<readonly [string, Answering, string]>([
    [
      "by half a message over TCP",
      (asked) => [replyTo(asked, { answers: [token("half")] }).subarray(0, -3)],
      "malformed",
    ],
    ["by closing TCP without a word", () => [], "malformed"],
    ["by truncating over TCP too", (asked) => [replyTo(asked, { flags: FLAGS.tc })], "malformed"],
  ])("%s is malformed", async (_, overTcp, because) => {
    const answering: Answering = (asked, transport) =>
      transport === "tcp" ? overTcp(asked, transport) : [replyTo(asked, { flags: FLAGS.tc })];
    await using server = await startDnsServer(answering);
    expect(values(await ask(server.port))).toBe(because);
  });
});

test("a burst is asked a few at a time, and every question is answered", async () => {
  await using server = await startDnsServer(fromTable({ "example.test TXT": [token("a")] }));
  const line = lineOf();
  const heard = await Promise.all(Array.from({ length: 400 }, () => ask(server.port, line)));
  expect(heard.map(values)).toEqual(heard.map(() => ["a"]));
});

import { type Answer, decode, encode } from "dns-packet";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FLAGS, replyTo } from "../../test/dns-server.ts";
import { toQuestionMessage } from "./question-message.ts";
import { readReply } from "./read-reply.ts";

const asked = toQuestionMessage({ question: { name: "example.test", type: "TXT" }, recursion: true }, 0x1234);
const question = decode(asked);

const recordsOf = (bytes: Buffer): readonly unknown[] => {
  const read = readReply(bytes, asked);
  if (read.kind !== "reply") throw new Error(read.kind);
  return read.reply.answers;
};

describe("a reply is read into presentation form", () => {
  const rows: readonly (readonly [string, Answer, string])[] = [
    ["an IPv4 address", { type: "A", name: "a.test", data: "192.0.2.7" }, "192.0.2.7"],
    ["an IPv6 address, shortened", { type: "AAAA", name: "a.test", data: "2001:db8:0:0:0:0:0:1" }, "2001:db8::1"],
    ["an alias, in lower case", { type: "CNAME", name: "a.test", data: "WWW.Example.test" }, "www.example.test"],
    ["a name server", { type: "NS", name: "a.test", data: "ns1.a.test" }, "ns1.a.test"],
    ["a mail server", { type: "MX", name: "a.test", data: { preference: 10, exchange: "mx.a.test" } }, "10 mx.a.test"],
    ["the strings of a text, joined", { type: "TXT", name: "a.test", data: ["one ", "two"] }, "one two"],
    ["an empty text", { type: "TXT", name: "a.test", data: [""] }, ""],
    [
      "a CAA property",
      { type: "CAA", name: "a.test", data: { flags: 128, tag: "issue", value: 'ca.example; x="y"' } },
      '128 issue "ca.example; x=\\"y\\""',
    ],
    [
      "a start of authority",
      {
        type: "SOA",
        name: "a.test",
        data: { mname: "ns1.a.test", rname: "host.a.test", serial: 7, refresh: 1, retry: 2, expire: 3, minimum: 4 },
      },
      "ns1.a.test host.a.test 7 1 2 3 4",
    ],
  ];
  test.each(rows)("%s", (_, answer, value) => {
    const reply = replyTo(question, { answers: [{ ...answer, ttl: 60 } as Answer] });
    expect(recordsOf(reply)).toEqual([{ name: "a.test", type: answer.type, ttl: 60, value }]);
  });

  test("a name with a dot inside a label is told from one with two labels", () => {
    const message = replyTo(question, { answers: [{ type: "CNAME", name: "a.test", data: "xx.yy" }] });
    const at = message.lastIndexOf("\u0002xx\u0002yy");
    message.set([5, ...Buffer.from("xx.yy")], at);
    expect(recordsOf(message)).toMatchObject([{ value: "xx\\.yy" }]);
  });

  test("records of other classes and of types nobody asks for are left out", () => {
    const answers: Answer[] = [
      { type: "TXT", name: "a.test", data: "chaos", class: "CH" },
      { type: "PTR", name: "a.test", data: "b.test" },
      { type: "TXT", name: "a.test", data: "kept" },
    ];
    expect(recordsOf(replyTo(question, { answers }))).toMatchObject([{ value: "kept" }]);
  });

  test("the flags and the extended code and errors of EDNS", () => {
    const edns = {
      type: "OPT",
      name: ".",
      udpPayloadSize: 512,
      extendedRcode: 1,
      ednsVersion: 0,
      flags: 0,
      flag_do: false,
      options: [{ code: 15, data: Buffer.from([0, 7, 0x6f, 0x6c, 0x64]) }],
    } as unknown as Answer;
    const read = readReply(replyTo(question, { flags: FLAGS.aa | FLAGS.ad, additionals: [edns] }), asked);
    const flags = { code: 16, authoritative: true, authentic: true, truncated: false, extendedErrors: [7] };
    expect(read).toMatchObject({ kind: "reply", reply: flags });
  });

  test("a truncated reply, even when it is cut inside a record", () => {
    const whole = replyTo(question, { flags: FLAGS.tc, answers: [{ type: "TXT", name: "a.test", data: "long" }] });
    const read = readReply(whole.subarray(0, -3), asked);
    expect(read).toMatchObject({ kind: "reply", reply: { truncated: true, answers: [] } });
  });
});

describe("what is no reply to the question is foreign", () => {
  const other = (change: object): Buffer => replyTo({ ...question, ...change });
  test.each([
    ["nothing at all", Buffer.alloc(0)],
    ["another id", other({ id: 0x1235 })],
    ["another name", other({ questions: [{ name: "evil.test", type: "TXT" }] })],
    ["another type", other({ questions: [{ name: "example.test", type: "A" }] })],
    ["no question with a success", other({ questions: [] })],
    ["two questions", other({ questions: [...(question.questions ?? []), ...(question.questions ?? [])] })],
    ["the question itself, sent back", asked],
  ])("%s", (_, bytes) => {
    expect(readReply(bytes, asked)).toEqual({ kind: "foreign" });
  });

  test("but the name may come back in another case", () => {
    const bytes = other({ questions: [{ name: "EXAMPLE.test", type: "TXT" }] });
    expect(readReply(bytes, asked).kind).toBe("reply");
  });

  test("and an error may come without the question", () => {
    const bytes = encode({ type: "response", id: 0x1234, flags: 1 });
    expect(readReply(bytes, asked)).toMatchObject({ kind: "reply", reply: { code: 1 } });
  });
});

describe("a damaged reply is malformed", () => {
  const txt = replyTo(question, { answers: [{ type: "TXT", name: "a.test", data: "token" }] });
  const lengthAt = txt.length - "token".length - 3;
  const withLength = (length: number): Buffer => {
    const bytes = Buffer.from(txt);
    bytes.writeUInt16BE(length, lengthAt);
    return bytes;
  };
  test.each([
    ["a value longer than the message", withLength(600)],
    ["a value longer than its record", withLength(3)],
    ["a record cut short", txt.subarray(0, -2)],
    ["a missing record", replyTo(question).fill(1, 7, 8)],
  ])("%s", (_, bytes) => {
    expect(readReply(bytes, asked)).toEqual({ kind: "malformed" });
  });

  test("a record longer than its value", () => {
    const address = replyTo(question, { answers: [{ type: "A", name: "a.test", data: "192.0.2.1" }] });
    const bytes = Buffer.concat([address, Buffer.from([0])]);
    bytes.writeUInt16BE(5, address.length - 6);
    expect(readReply(bytes, asked)).toEqual({ kind: "malformed" });
  });

  test.each([
    [5, "reply"],
    [6, "malformed"],
  ])("a name of %i labels of 49 octets is a %s: 255 are the limit", (labels, kind) => {
    const target = `${"x".repeat(49)}.`.repeat(labels);
    const bytes = replyTo(question, { answers: [{ type: "CNAME", name: "a.test", data: target }] });
    expect(readReply(bytes, asked).kind).toBe(kind);
  });

  test("a name that points at itself", () => {
    const bytes = replyTo(question, { answers: [{ type: "CNAME", name: "a.test", data: "b.test" }] });
    const at = bytes.lastIndexOf("\u0001b\u0004test");
    bytes.writeUInt16BE(0xc000 | at, at);
    bytes.writeUInt16BE(2, at - 2);
    expect(readReply(bytes.subarray(0, at + 2), asked)).toEqual({ kind: "malformed" });
  });
});

describe("whatever comes", () => {
  const anything = fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes));

  test("bytes are read without a throw", () => {
    fc.assert(
      fc.property(anything, (bytes) => ["reply", "foreign", "malformed"].includes(readReply(bytes, asked).kind)),
    );
  });

  test("bytes behind a matching header and question are read without a throw", () => {
    fc.assert(
      fc.property(anything, fc.array(fc.nat(60), { minLength: 3, maxLength: 3 }), (bytes, counts) => {
        const head = replyTo(question);
        for (const [index, count] of counts.entries()) head.writeUInt16BE(count, 6 + 2 * index);
        return readReply(Buffer.concat([head, bytes]), asked).kind !== "foreign";
      }),
      { numRuns: 500 },
    );
  });

  test("names that go a long way over pointers are given up", () => {
    const opaque = { type: "NULL", name: "a.test", data: Buffer.alloc(8_000) } as Answer;
    const message = replyTo(question, { answers: [opaque] });
    const chain = message.length - 8_000;
    for (let at = chain + 2; at < message.length; at += 2) message.writeUInt16BE(0xc000 | (at - 2), at);
    const record = Buffer.from([0xc0 | ((message.length - 2) >> 8), (message.length - 2) & 0xff, ...Buffer.alloc(10)]);
    const bytes = Buffer.concat([message, ...Array.from({ length: 4_000 }, () => record)]);
    bytes.writeUInt16BE(4_001, 6);
    expect(readReply(bytes, asked)).toEqual({ kind: "malformed" });
  });
});

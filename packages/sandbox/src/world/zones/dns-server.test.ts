import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect } from "node:net";
import { performance } from "node:perf_hooks";
import type { Answer, DecodedPacket, Packet } from "dns-packet";
import { CHECKING_DISABLED, decode, encode, RECURSION_DESIRED, streamDecode, streamEncode } from "dns-packet";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerBytes } from "./answer-bytes.ts";
import type { DnsEntry } from "./dns-entry.ts";
import type { DnsServer } from "./dns-server.ts";
import { startDnsServer } from "./dns-server.ts";
import { createZone } from "./zone.ts";
import type { ZoneRegister } from "./zone-register.ts";
import { createZoneRegister } from "./zone-register.ts";

const PRIMARY = "ns1.hosting.example";

const ENTRIES: Readonly<Record<string, readonly DnsEntry[]>> = {
  "": [],
  com: [],
  "example.com": [
    { host: "example.com", type: "A", value: "127.0.0.1" },
    { host: "example.com", type: "AAAA", value: "::1" },
    { host: "example.com", type: "MX", value: "10 mail.example.com" },
    { host: "example.com", type: "NS", value: PRIMARY },
    { host: "example.com", type: "CAA", value: '0 issue "ca.example"' },
    { host: "example.com", type: "CAA", value: '128 issuewild ";"' },
    { host: "www.example.com", type: "CNAME", value: "web.example.net" },
    { host: "here.example.com", type: "CNAME", value: "example.com" },
    { host: "loop.example.com", type: "CNAME", value: "loop.example.com" },
    { host: "deep.below.example.com", type: "TXT", value: "found" },
    { host: "*.wild.example.com", type: "TXT", value: "made up" },
    { host: "long.example.com", type: "TXT", value: "x".repeat(600) },
  ],
  "child.example.com": [{ host: "child.example.com", type: "TXT", value: "child" }],
  "example.net": [{ host: "web.example.net", type: "A", value: "127.0.0.1" }],
};

let register: ZoneRegister;
let server: DnsServer;

beforeAll(async () => {
  register = createZoneRegister();
  for (const [origin, entries] of Object.entries(ENTRIES)) {
    const zone = createZone(origin, PRIMARY);
    for (const entry of entries) zone.add(entry);
    register.add(zone);
  }
  server = await startDnsServer(register.seenFrom("here"));
});

afterAll(async () => await server.close());

const query = (name: string, type: string, extra: Packet = {}): Packet => ({
  type: "query",
  id: 4_711,
  flags: RECURSION_DESIRED,
  questions: [{ name, type: type as "A" }],
  ...extra,
});

type Reply = DecodedPacket & { readonly rcode: string };

const overUdp = async (packet: Packet, patience = 2_000): Promise<Reply> => {
  const socket = createSocket("udp4");
  try {
    const answered = once(socket, "message", { signal: AbortSignal.timeout(patience) });
    socket.send(encode(packet), server.port, server.address);
    const [bytes] = (await answered) as [Buffer];
    return decode(bytes) as Reply;
  } finally {
    socket.close();
  }
};

const overTcp = async (packet: Packet): Promise<Reply> => {
  const socket = connect(server.port, server.address);
  try {
    const bytes = streamEncode(packet);
    socket.write(bytes.subarray(0, 5));
    setImmediate(() => socket.write(bytes.subarray(5)));
    const [answer] = (await once(socket, "data")) as [Buffer];
    return streamDecode(answer) as Reply;
  } finally {
    socket.destroy();
  }
};

const ask = async (name: string, type: string, extra: Packet = {}): Promise<Reply> =>
  await overUdp(query(name, type, extra));

const dataOf = (answers: readonly Answer[] | undefined): readonly unknown[] =>
  (answers ?? []).map((answer) => ("data" in answer ? answer.data : undefined));

const answersOrNothing = (bytes: Uint8Array): void => {
  const reply = answerBytes(Buffer.from(bytes), register.seenFrom("here"), "udp");
  if (reply) expect(decode(reply.bytes).type).toBe("response");
};

describe("the DNS server of the demo world", () => {
  test("answers addresses with the authoritative bit", async () => {
    const reply = await ask("example.com", "A");
    expect(dataOf(reply.answers)).toEqual(["127.0.0.1"]);
    expect([reply.rcode, reply.flag_aa, reply.flag_ra, reply.flag_tc]).toEqual(["NOERROR", true, true, false]);
    expect(dataOf((await ask("example.com", "AAAA")).answers)).toEqual(["::1"]);
    expect(dataOf((await ask("example.com", "NS")).answers)).toEqual([PRIMARY]);
  });

  test("keeps the case the asker wrote in the question, and compares without case", async () => {
    const reply = await ask("ExAmPlE.cOm", "A");
    expect(reply.questions?.[0]?.name).toBe("ExAmPlE.cOm");
    expect(dataOf(reply.answers)).toEqual(["127.0.0.1"]);
  });

  test("answers CAA with flags and tags, and MX with preference", async () => {
    const caa = await ask("example.com", "CAA");
    expect(dataOf(caa.answers)).toMatchObject([
      { flags: 0, tag: "issue", value: "ca.example" },
      { flags: 128, tag: "issuewild", value: ";" },
    ]);
    expect(dataOf((await ask("example.com", "MX")).answers)).toEqual([
      { preference: 10, exchange: "mail.example.com" },
    ]);
  });

  test("tells a name without such records from a name that does not exist, each with the SOA record", async () => {
    const empty = await ask("example.com", "TXT");
    const between = await ask("below.example.com", "A");
    const missing = await ask("nothing.example.com", "A");
    expect([empty.rcode, between.rcode, missing.rcode]).toEqual(["NOERROR", "NOERROR", "NXDOMAIN"]);
    for (const reply of [empty, between, missing]) {
      expect(reply.answers).toEqual([]);
      expect(reply.authorities).toMatchObject([{ type: "SOA", name: "example.com", data: { mname: PRIMARY } }]);
    }
  });

  test("answers for a top-level domain, as the climb for CAA records asks", async () => {
    expect((await ask("com", "CAA")).rcode).toBe("NOERROR");
    expect((await ask("nowhere", "CAA")).rcode).toBe("NXDOMAIN");
    expect((await ask("unregistered.com", "A")).authorities).toMatchObject([{ name: "com" }]);
  });

  test("answers the SOA record of the zone that holds the name", async () => {
    expect((await ask("child.example.com", "SOA")).answers).toMatchObject([{ type: "SOA", name: "child.example.com" }]);
    expect((await ask("long.example.com", "SOA")).authorities).toMatchObject([{ type: "SOA", name: "example.com" }]);
  });

  test("makes up names below a wildcard, but not the ones that exist", async () => {
    const made = await ask("any.thing.wild.example.com", "TXT");
    expect(made.answers).toMatchObject([{ name: "any.thing.wild.example.com" }]);
    expect((await ask("any.wild.example.com", "A")).rcode).toBe("NOERROR");
    expect((await ask("wild.example.com", "TXT")).answers).toEqual([]);
  });

  test("follows an alias into another zone for a resolver's client, and stops there as a name server", async () => {
    const resolved = await ask("www.example.com", "A");
    expect(dataOf(resolved.answers)).toEqual(["web.example.net", "127.0.0.1"]);
    const direct = await ask("www.example.com", "A", { flags: 0 });
    expect(dataOf(direct.answers)).toEqual(["web.example.net"]);
    expect(dataOf((await ask("here.example.com", "A", { flags: 0 })).answers)).toEqual(["example.com", "127.0.0.1"]);
    expect(dataOf((await ask("www.example.com", "CNAME")).answers)).toEqual(["web.example.net"]);
  });

  test("gives up on an alias that points to itself", async () => {
    expect((await ask("loop.example.com", "A")).rcode).toBe("SERVFAIL");
  });

  test("truncates what does not fit into UDP, and gives it whole over TCP and with EDNS", async () => {
    const cut = await ask("long.example.com", "TXT");
    expect([cut.flag_tc, cut.answers]).toEqual([true, []]);
    const whole = await overTcp(query("long.example.com", "TXT"));
    expect(Buffer.concat(dataOf(whole.answers)[0] as Buffer[])).toHaveLength(600);
    const opt = { type: "OPT", name: ".", udpPayloadSize: 1_232, flags: 0, options: [] } as unknown as Answer;
    const large = await ask("long.example.com", "TXT", { additionals: [opt] });
    expect([large.flag_tc, large.answers?.length, large.additionals?.length]).toEqual([false, 1, 1]);
  });

  test("answers several questions over one connection", async () => {
    const socket = connect(server.port, server.address);
    const asked = [query("example.com", "A", { id: 1 }), query("example.com", "AAAA", { id: 2 })];
    socket.write(Buffer.concat(asked.map((packet) => streamEncode(packet))));
    let received = Buffer.alloc(0);
    while (received.length < 90) received = Buffer.concat([received, ((await once(socket, "data")) as [Buffer])[0]]);
    socket.destroy();
    const first = streamDecode(received);
    const second = streamDecode(received.subarray(2 + received.readUInt16BE(0)));
    expect([first.id, second.id]).toEqual([1, 2]);
  });

  test("refuses other kinds of messages politely", async () => {
    expect((await overUdp(query("example.com", "A", { flags: 4 << 11 }))).rcode).toBe("NOTIMP");
    expect((await overUdp(query("example.com", "A", { questions: [] }))).rcode).toBe("FORMERR");
  });

  test("survives any bytes", async () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), answersOrNothing));
    const valid = encode(query("a.example.com", "TXT"));
    fc.assert(
      fc.property(fc.nat(valid.length - 1), fc.nat(255), (place, value) =>
        answersOrNothing(Buffer.from(valid).fill(value, place, place + 1)),
      ),
      { numRuns: 500 },
    );
    const socket = createSocket("udp4");
    socket.send(Buffer.from("no query"), server.port, server.address);
    expect((await ask("example.com", "A")).rcode).toBe("NOERROR");
    socket.close();
  });
});

const sick = async (sickness: Parameters<ZoneRegister["infect"]>[1], look: () => Promise<void>): Promise<void> => {
  register.infect("child.example.com", sickness);
  try {
    await look();
  } finally {
    register.infect("child.example.com", undefined);
  }
};

describe("a sick zone", () => {
  test("fails with SERVFAIL while its neighbours are well", async () => {
    await sick({ kind: "servfail" }, async () => {
      expect((await ask("child.example.com", "TXT")).rcode).toBe("SERVFAIL");
      expect((await ask("example.com", "A")).rcode).toBe("NOERROR");
    });
    expect((await ask("child.example.com", "TXT")).rcode).toBe("NOERROR");
  });

  test("says nothing at all", async () => {
    await sick({ kind: "silent" }, async () => {
      await expect(overUdp(query("child.example.com", "TXT"), 80)).rejects.toThrow(/abort/i);
    });
  });

  test("knows everything but CAA", async () => {
    await sick({ kind: "caa-not-implemented" }, async () => {
      expect((await ask("child.example.com", "CAA")).rcode).toBe("NOTIMP");
      expect((await ask("child.example.com", "TXT")).rcode).toBe("NOERROR");
    });
  });

  test("is not served by its name servers", async () => {
    await sick({ kind: "lame" }, async () => {
      const direct = await ask("child.example.com", "TXT", { flags: 0 });
      expect([direct.rcode, direct.flag_aa]).toEqual(["REFUSED", false]);
      expect((await ask("child.example.com", "TXT")).rcode).toBe("SERVFAIL");
    });
  });

  test("answers late", async () => {
    await sick({ kind: "slow", milliseconds: 60 }, async () => {
      const began = performance.now();
      expect((await ask("child.example.com", "TXT")).rcode).toBe("NOERROR");
      expect(performance.now() - began).toBeGreaterThan(50);
    });
  });

  test("has signatures that do not verify, unless nobody checks", async () => {
    await sick({ kind: "bogus" }, async () => {
      expect((await ask("child.example.com", "TXT")).rcode).toBe("SERVFAIL");
      const unchecked = await ask("child.example.com", "TXT", { flags: RECURSION_DESIRED | CHECKING_DISABLED });
      expect(unchecked.rcode).toBe("NOERROR");
    });
  });

  test("a signed zone is answered with the AD bit, by a resolver that checks", async () => {
    register.sign("child.example.com", true);
    expect((await ask("child.example.com", "TXT")).flag_ad).toBe(true);
    expect((await ask("child.example.com", "TXT", { flags: 0 })).flag_ad).toBe(false);
    const unchecked = { flags: RECURSION_DESIRED | CHECKING_DISABLED };
    expect((await ask("child.example.com", "TXT", unchecked)).flag_ad).toBe(false);
    expect((await ask("example.com", "A")).flag_ad).toBe(false);
    register.sign("child.example.com", false);
    expect((await ask("child.example.com", "TXT")).flag_ad).toBe(false);
  });
});

import type { TlsEndpoint } from "@hostseal/core";
import { fingerprint } from "@hostseal/pki";
import type { Socket } from "node:net";
import { createSecureContext, createServer, rootCertificates, type SecureContext, TLSSocket } from "node:tls";
import { beforeAll, describe, expect, test } from "vitest";
import { DAY, type Holder, makeAuthority, makeLeaf } from "../../test/authority.ts";
import { startDnsServer } from "../../test/dns-server.ts";
import { asName, IMPATIENT, LOOPBACK, NOON, probeOf, stoppedClock } from "../../test/probe-of.ts";
import { closedPort, startTcpServer } from "../../test/tcp-server.ts";
import type { ProbeSettings } from "../settings.ts";
import type { Instant } from "@hostseal/rules";

const SHOP = asName("shop.test");

let root: Holder;
let upper: Holder;
let lower: Holder;
let leaf: Holder;

beforeAll(async () => {
  root = await makeAuthority("Root");
  upper = await makeAuthority("Upper", root);
  lower = await makeAuthority("Lower", upper);
  leaf = await makeLeaf(["shop.test", "www.shop.test"], lower);
});

const contextOf = (holder: Holder, ...chain: readonly Holder[]): SecureContext =>
  createSecureContext({
    key: holder.key.pem.reveal(),
    cert: [holder, ...chain].map(({ certificate }) => certificate).join("\n"),
  });

const serving = (secureContext: SecureContext) => (socket: Socket) => {
  new TLSSocket(socket, { isServer: true, secureContext }).on("error", () => socket.destroy());
};

const lookAt = async (port: number, settings: Partial<ProbeSettings> = {}, now?: Instant): Promise<TlsEndpoint> => {
  const probe = probeOf({ roots: [root.certificate], ...settings }, stoppedClock(now));
  const { endpoints } = await probe.tls({ name: SHOP, endpoints: [{ address: LOOPBACK, port }] });
  if (!endpoints[0]) throw new Error("nothing was looked at");
  return endpoints[0];
};

const lookAtServed = async (context: SecureContext, now?: Instant): Promise<TlsEndpoint> => {
  await using server = await startTcpServer(serving(context));
  return await lookAt(server.port, {}, now);
};

test("what is served is told: certificate, protocol, and that the chain is complete", async () => {
  await using server = await startTcpServer(serving(contextOf(leaf, lower, upper)));
  expect(await lookAt(server.port)).toEqual({
    kind: "served",
    address: LOOPBACK,
    port: server.port,
    protocol: "TLSv1.3",
    sha256: fingerprint(leaf.certificate).sha256,
    serial: "0a0b0c0d",
    names: ["shop.test", "www.shop.test"],
    notBefore: NOON - DAY,
    notAfter: NOON + 90 * DAY - 1_000,
    chain: { kind: "complete" },
  });
});

describe("the chain", () => {
  test("may come in the wrong order, and with the root", async () => {
    const served = await lookAtServed(contextOf(leaf, upper, root, lower));
    expect(served).toMatchObject({ chain: { kind: "complete" } });
  });

  test("is incomplete without an intermediate, which is named", async () => {
    const bare = await lookAtServed(contextOf(leaf));
    expect(bare).toMatchObject({ chain: { kind: "incomplete", missingIssuer: "CN=Lower" } });
    const half = await lookAtServed(contextOf(leaf, lower));
    expect(half).toMatchObject({ chain: { kind: "incomplete", missingIssuer: "CN=Upper" } });
  });

  test("is broken when expired by the clock, with the one at fault", async () => {
    const later = NOON + 91 * DAY;
    const served = await lookAtServed(contextOf(leaf, lower, upper), later);
    expect(served).toMatchObject({ chain: { kind: "broken", because: "expired: CN=shop.test" } });
  });

  test("is broken when the leaf signed itself", async () => {
    const served = await lookAtServed(contextOf(await makeLeaf(["shop.test"])));
    expect(served).toMatchObject({ kind: "served", chain: { kind: "broken", because: "self-signed: CN=shop.test" } });
  });

  test("is judged by the right one of many roots", async () => {
    await using server = await startTcpServer(serving(contextOf(leaf, lower, upper)));
    const namesake = await makeAuthority("Root");
    const roots = [...rootCertificates, "no certificate", namesake.certificate, root.certificate];
    expect(await lookAt(server.port, { roots })).toMatchObject({ chain: { kind: "complete" } });
    const wrong = await lookAt(server.port, { roots: [namesake.certificate] });
    expect(wrong).toMatchObject({ chain: { kind: "incomplete", missingIssuer: "CN=Root" } });
  });

  test("is complete when a root is served by itself", async () => {
    const own = await makeLeaf(["shop.test"]);
    await using server = await startTcpServer(serving(contextOf(own)));
    expect(await lookAt(server.port, { roots: [own.certificate] })).toMatchObject({ chain: { kind: "complete" } });
  });

  test("is judged by the given roots alone", async () => {
    await using server = await startTcpServer(serving(contextOf(leaf, lower, upper, root)));
    const served = await lookAt(server.port, { roots: [] });
    expect(served).toMatchObject({ chain: { kind: "incomplete", missingIssuer: "CN=Root" } });
  });
});

const namesHeard = async (name: string): Promise<readonly string[]> => {
  const heard: string[] = [];
  const SNICallback = (asked: string, choose: (error: null, context: SecureContext) => void): void => {
    heard.push(asked);
    choose(null, contextOf(leaf));
  };
  const server = createServer({ SNICallback });
  await using accepting = await startTcpServer((socket) => server.emit("connection", socket));
  const probe = probeOf({
    addresses: { [name]: [LOOPBACK], "*.shop.test": [LOOPBACK] },
    ports: { 443: accepting.port },
  });
  await probe.tls({ name: asName(name) });
  return heard;
};

describe("the name", () => {
  test("is sent as SNI", async () => {
    expect(await namesHeard("shop.test")).toEqual(["shop.test"]);
  });

  test("of a wildcard is one below it", async () => {
    expect(await namesHeard("*.shop.test")).toEqual(["hostseal-probe.shop.test"]);
  });

  test("is looked at on each of its addresses", async () => {
    await using server = await startTcpServer(serving(contextOf(leaf, lower, upper)), "::");
    const addresses = { "shop.test": ["::1", LOOPBACK, "127.0.0.2"] };
    const observation = await probeOf({ addresses, ports: { 443: server.port } }).tls({ name: SHOP });
    expect(observation).toMatchObject({ name: SHOP, lookedAt: NOON });
    expect(observation.endpoints.map(({ kind, address }) => [kind, address])).toEqual([
      ["served", "::1"],
      ["served", LOOPBACK],
      ["served", "127.0.0.2"],
    ]);
  });

  test("of many addresses is not looked at everywhere at once", async () => {
    let [inside, most] = [0, 0];
    await using server = await startTcpServer((socket) => {
      inside += 1;
      most = Math.max(most, inside);
      setTimeout(() => {
        inside -= 1;
        socket.end();
      }, 10);
    });
    const endpoints = Array.from({ length: 8 }, () => ({ address: LOOPBACK, port: server.port }));
    const observation = await probeOf({ concurrency: 2 }).tls({ name: SHOP, endpoints });
    expect(observation.endpoints).toHaveLength(8);
    expect(most).toBe(2);
  });

  test("without an address has no endpoints", async () => {
    await using server = await startDnsServer(() => []);
    const resolvers = [{ address: LOOPBACK, port: server.port }];
    const observation = await probeOf({ resolvers, timeouts: IMPATIENT }).tls({ name: SHOP });
    expect(observation).toEqual({ name: SHOP, lookedAt: NOON, endpoints: [] });
  });
});

describe("a server that fails", () => {
  test("by not being there has refused", async () => {
    expect(await lookAt(await closedPort())).toMatchObject({ kind: "failed", because: "refused" });
  });

  test.each<readonly [string, (socket: Socket) => void, string]>([
    ["by silence", () => undefined, "timeout"],
    ["by hanging up", (socket) => socket.end(), "reset"],
    ["by a reset", (socket) => socket.resetAndDestroy(), "reset"],
    ["by speaking another protocol", (socket) => socket.end("220 mail.shop.test ESMTP\r\n"), "handshake"],
    ["by an alert", (socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40])), "handshake"],
    ["by having no certificate", serving(createSecureContext({})), "handshake"],
  ])("%s", async (_, converse, because) => {
    await using server = await startTcpServer(converse);
    const seen = await lookAt(server.port, because === "timeout" ? { timeouts: IMPATIENT } : {});
    expect(seen).toMatchObject({ kind: "failed", because, address: LOOPBACK, port: server.port });
  });
});

test("HTTPS is fetched whatever its certificate is worth, as a CA does after a redirect", async () => {
  const worthless = contextOf(await makeLeaf(["other.test"]));
  await using server = await startTcpServer((socket) => {
    const secured = new TLSSocket(socket, { isServer: true, secureContext: worthless });
    secured.on("error", () => socket.destroy());
    secured.once("data", () => secured.end("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\ntoken"));
  });
  const probe = probeOf({ addresses: { "shop.test": [LOOPBACK] }, ports: { 443: server.port } });
  expect(await probe.http({ url: "https://shop.test/a" })).toMatchObject({ kind: "answered", body: "token" });
});

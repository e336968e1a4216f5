import type { HttpObservation } from "@hostseal/core";
import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { IMPATIENT, LOOPBACK, probeOf } from "../../test/probe-of.ts";
import { startSwallowingServer } from "../../test/swallowing-server.ts";
import { closedPort, startTcpServer, startWebServer } from "../../test/tcp-server.ts";

const TOKEN = "http://shop.test/.well-known/pki-validation/a.txt";
const SECOND = "127.0.0.2";

const fetchAt = (port: number, url = TOKEN, addresses = [LOOPBACK]): Promise<HttpObservation> =>
  probeOf({ addresses: { "shop.test": addresses, "*.shop.test": addresses }, ports: { 80: port, 443: port } }).http({
    url,
  });

const fetchFrom = async (listener: RequestListener, url = TOKEN): Promise<HttpObservation> => {
  await using server = await startWebServer(listener);
  return await fetchAt(server.port, url);
};

const fetchRaw = async (converse: (socket: Socket) => void, timeouts = {}): Promise<HttpObservation> => {
  await using server = await startTcpServer(converse);
  const probe = probeOf({ addresses: { "shop.test": [LOOPBACK] }, ports: { 80: server.port }, timeouts });
  return await probe.http({ url: TOKEN });
};

const sayOnce =
  (bytes: string | Buffer, thenEnd = true) =>
  (socket: Socket): void => {
    socket.once("data", () => (thenEnd ? socket.end(bytes) : socket.write(bytes)));
  };

const drip = (socket: Socket): void => {
  socket.write("HTTP/1.1 200 OK\r\n\r\n");
  const timer = setInterval(() => socket.write("x"), 20);
  socket.once("close", () => clearInterval(timer));
};

describe("a fetch", () => {
  test("asks the name at the port it is mapped to, as a CA would ask port 80", async () => {
    const observation = await fetchFrom((asked, answer) => {
      answer.end(`${asked.method} ${asked.headers.host} ${asked.url} ${asked.headers["accept-encoding"]}`);
    });
    const body = "GET shop.test /.well-known/pki-validation/a.txt undefined";
    expect(observation).toEqual({
      kind: "answered",
      status: 200,
      body,
      address: LOOPBACK,
      hops: [{ url: TOKEN, status: 200 }],
    });
  });

  test("reports a refusal of the web server as what it is", async () => {
    const observation = await fetchFrom((_, answer) => answer.writeHead(404).end("no such file"));
    expect(observation).toMatchObject({ kind: "answered", status: 404, body: "no such file" });
  });

  test("takes the first 64 KiB of a body that never ends", async () => {
    const observation = await fetchFrom((_, answer) => {
      answer.on("error", () => answer.destroy());
      const pour = (): void => {
        while (!answer.destroyed && answer.write("x".repeat(10_000)));
        if (!answer.destroyed) answer.once("drain", pour);
      };
      pour();
    });
    expect(observation.kind === "answered" && observation.body.length).toBe(65_536);
  });

  test("leaves the default port and the case of the name out of the Host", async () => {
    const observation = await fetchFrom((asked, answer) => answer.end(asked.headers.host), "http://SHOP.test:80/a");
    expect(observation).toMatchObject({ body: "shop.test" });
  });

  test.each(["shop.test", "http://shop.test:8080/", "ftp://shop.test/", "http://192.0.2.1/", "http://a..b/", ""])(
    "of %j is refused as a question",
    async (url) => {
      await expect(probeOf({}).http({ url })).rejects.toMatchObject({ code: "input.option" });
    },
  );
});

const redirecting =
  (locations: Readonly<Record<string, string>>, status = 302): RequestListener =>
  (asked, answer) => {
    const location = locations[`${asked.headers.host}${asked.url}`];
    answer.writeHead(location ? status : 200, location ? { location } : {}).end("here");
  };

test("fetches wait for each other beyond the limit", async () => {
  let [inside, most] = [0, 0];
  await using server = await startWebServer((_, answer) => {
    inside += 1;
    most = Math.max(most, inside);
    setTimeout(() => {
      inside -= 1;
      answer.end("done");
    }, 10);
  });
  const probe = probeOf({ addresses: { "shop.test": [LOOPBACK] }, ports: { 80: server.port }, concurrency: 2 });
  const observations = await Promise.all(Array.from({ length: 8 }, () => probe.http({ url: TOKEN })));
  expect(observations.filter(({ kind }) => kind !== "answered")).toEqual([]);
  expect(most).toBe(2);
});

describe("a redirect", () => {
  test("is followed to another name and path, each hop told", async () => {
    const locations = { "shop.test/a": "/b", "shop.test/b": "http://www.shop.test/c" };
    const observation = await fetchFrom(redirecting(locations), "http://shop.test/a");
    expect(observation).toMatchObject({
      kind: "answered",
      body: "here",
      hops: [
        { url: "http://shop.test/a", status: 302, location: "/b" },
        { url: "http://shop.test/b", status: 302, location: "http://www.shop.test/c" },
        { url: "http://www.shop.test/c", status: 200 },
      ],
    });
  });

  test.each([
    ["http://shop.test:8080/x", 302, "redirect-port"],
    ["gopher://shop.test/x", 302, "redirect-scheme"],
    ["/x", 303, "redirect-status"],
    ["http://127.0.0.1/x", 302, "malformed"],
    ["http://constructor/x", 302, "no-address"],
  ])("to %s with status %i is %s", async (location, status, because) => {
    const observation = await fetchFrom(redirecting({ "shop.test/a": location }, status), "http://shop.test/a");
    expect(observation).toMatchObject({ kind: "failed", because, hops: [{ status, location }] });
  });

  test("that leads back to itself ends after ten", async () => {
    const observation = await fetchFrom(redirecting({ "shop.test/a": "/a" }), "http://shop.test/a");
    expect(observation).toMatchObject({ kind: "failed", because: "too-many-redirects" });
    expect(observation.hops).toHaveLength(11);
  });

  test("is followed without waiting for the body beside it", async () => {
    const observation = await fetchFrom((asked, answer) => {
      if (asked.url === "/a") answer.writeHead(301, { location: "/b" }).write("and it never ends");
      else answer.end("here");
    }, "http://shop.test/a");
    expect(observation).toMatchObject({ kind: "answered", body: "here" });
  });
});

describe("addresses", () => {
  test("IPv6 is tried first, and IPv4 when there is no connection", async () => {
    await using server = await startWebServer((_, answer) => answer.end("four"));
    expect(await fetchAt(server.port, TOKEN, [LOOPBACK, "::1"])).toMatchObject({ body: "four", address: LOOPBACK });
    await using both = await startWebServer((_, answer) => answer.end("six"), "::");
    expect(await fetchAt(both.port, TOKEN, [LOOPBACK, "::1"])).toMatchObject({ body: "six", address: "::1" });
  });

  test("IPv6 that swallows every attempt gives way to IPv4 in time", async () => {
    await using server = await startWebServer((_, answer) => answer.end("four"));
    await using _swallowing = await startSwallowingServer(server.port, "::1");
    const settings = { addresses: { "shop.test": ["::1", LOOPBACK] }, ports: { 80: server.port } };
    const observation = await probeOf({ ...settings, timeouts: { connection: 200 } }).http({ url: TOKEN });
    expect(observation).toMatchObject({ kind: "answered", body: "four", address: LOOPBACK });
    const alone = probeOf({ ...settings, addresses: { "shop.test": ["::1"] }, timeouts: { connection: 200 } });
    expect(await alone.http({ url: TOKEN })).toMatchObject({ kind: "failed", because: "timeout" });
  });

  test("a second address of the same family is not tried, as a CA would not", async () => {
    await using server = await startWebServer((_, answer) => answer.end("here"));
    expect(await fetchAt(server.port, TOKEN, [SECOND, LOOPBACK])).toMatchObject({ kind: "failed", because: "refused" });
  });

  test("of the other family than the source address are not tried", async () => {
    await using server = await startWebServer((asked, answer) => answer.end(`from ${asked.socket.remoteAddress}`));
    const settings = { addresses: { "shop.test": ["::1", LOOPBACK] }, ports: { 80: server.port } };
    const four = probeOf({ ...settings, sourceAddress: SECOND });
    expect(await four.http({ url: TOKEN })).toMatchObject({ body: `from ${SECOND}`, address: LOOPBACK });
    const six = probeOf({ ...settings, addresses: { "shop.test": [LOOPBACK] }, sourceAddress: "::1" });
    expect(await six.http({ url: TOKEN })).toMatchObject({ kind: "failed", because: "no-address" });
  });
});

describe("a server that fails", () => {
  test("by not being there has refused", async () => {
    expect(await fetchAt(await closedPort())).toMatchObject({ kind: "failed", because: "refused", hops: [] });
  });

  test.each<readonly [string, (socket: Socket) => void, string]>([
    ["by hanging up", (socket) => socket.end(), "reset"],
    ["by a reset", (socket) => socket.resetAndDestroy(), "reset"],
    ["by binary noise", sayOnce(Buffer.from([0, 255, 1, 254, 22, 3, 1])), "malformed"],
    ["by another protocol", sayOnce("220 mail.shop.test ESMTP\r\n"), "malformed"],
    ["by endless headers", sayOnce(`HTTP/1.1 200 OK\r\nX: ${"x".repeat(70_000)}\r\n\r\n`), "malformed"],
    ["by half a body", sayOnce("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"), "reset"],
    [
      "by switching the protocol",
      sayOnce("HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"),
      "reset",
    ],
    ["by a redirect to nowhere", sayOnce("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"), "malformed"],
  ])("%s", async (_, converse, because) => {
    expect(await fetchRaw(converse)).toMatchObject({ kind: "failed", because });
  });

  test.each<readonly [string, (socket: Socket) => void]>([
    ["by silence", () => undefined],
    ["by a body that stops", sayOnce("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", false)],
    ["by dripping a byte at a time", drip],
  ])("%s meets the deadline", async (_, converse) => {
    expect(await fetchRaw(converse, IMPATIENT)).toMatchObject({ kind: "failed", because: "timeout" });
  });

  test("by speaking plain HTTP where TLS is due", async () => {
    const location = "https://shop.test/b";
    const observation = await fetchFrom((_, answer) => answer.writeHead(302, { location }).end(), "http://shop.test/a");
    expect(observation).toMatchObject({ kind: "failed", because: "tls", hops: [{ status: 302 }] });
  });
});

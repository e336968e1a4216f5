import { expect, test } from "vitest";
import { firstServer, sampleView } from "../samples/sample-view.ts";
import type { Listen } from "./listen.ts";

const listen = (text: string): Listen | undefined => firstServer(sampleView(`server { listen ${text}; }`)).listens[0];

test.each([
  ["80", "*", 80],
  ["*:8080", "*", 8080],
  ["0.0.0.0:80", "*", 80],
  ["192.0.2.1", "192.0.2.1", 80],
  ["192.000.2.01:443", "192.0.2.1", 443],
  ["[::]:443", "[::]", 443],
  ["[::]", "[::]", 80],
  ["[0:0:0:0:0:0:0:0]:80", "[::]", 80],
  ["[2001:DB8::0001]:443", "[2001:db8::1]", 443],
  ["localhost:8000", "localhost", 8000],
  ["example.com", "example.com", 80],
])("%s is %s on %d", (text, address, port) => {
  expect(listen(text)).toMatchObject({ address, firstPort: port, lastPort: port });
});

test("a range is a first and a last port", () => {
  expect(listen("8000-8003")).toMatchObject({ address: "*", firstPort: 8000, lastPort: 8003 });
  expect(listen("127.0.0.1:8000-8003")).toMatchObject({ address: "127.0.0.1", firstPort: 8000, lastPort: 8003 });
  expect(listen("[::1]:8000-8003")).toMatchObject({ address: "[::1]", firstPort: 8000, lastPort: 8003 });
});

test("knows which addresses have to be looked up", () => {
  expect(["80", "[::]:80", "localhost", "256.1.1.1"].map((text) => listen(text)?.family)).toEqual([
    "ipv4",
    "ipv6",
    "host",
    "host",
  ]);
});

test("reads the options that matter", () => {
  expect(listen("443 ssl http2 default_server proxy_protocol")).toMatchObject({
    isSsl: true,
    isHttp2: true,
    isDefault: true,
    hasProxyProtocol: true,
    hasSocketOptions: false,
  });
  expect(listen("443 quic reuseport")).toMatchObject({ isQuic: true, isSsl: false, hasSocketOptions: true });
  expect(listen("[::]:80 ipv6only=off")).toMatchObject({ takesIpv4: true, hasSocketOptions: true });
  expect(listen("80 default so_keepalive=30m::10")).toMatchObject({ isDefault: true, hasSocketOptions: true });
});

test("a server without listen is on port 80 of all IPv4 addresses, or where it is said to be", () => {
  expect(firstServer(sampleView("server {}")).listens).toMatchObject([
    { address: "*", firstPort: 80, placed: undefined },
  ]);
  const unprivileged = sampleView("server {}", {}, { portWithoutListen: 8000 });
  expect(firstServer(unprivileged).listens).toMatchObject([{ firstPort: 8000 }]);
});

test("Unix sockets are no listeners, and a server that has only them has none", () => {
  expect(firstServer(sampleView("server { listen unix:/run/a.sock; }")).listens).toEqual([]);
  expect(firstServer(sampleView("server { listen unix:/run/a.sock; listen 81; }")).listens).toHaveLength(1);
});

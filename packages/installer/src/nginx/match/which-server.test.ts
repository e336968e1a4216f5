import { expect, test } from "vitest";
import { sampleView } from "../samples/sample-view.ts";
import type { ServersWish } from "../servers/read-servers.ts";
import { answerInWords } from "./answer-in-words.ts";
import type { ServerAnswer, ServerQuery } from "./server-answer.ts";
import { whichServer } from "./which-server.ts";

type Query = Partial<ServerQuery> & Pick<ServersWish, "hostname">;

const ask = (http: string, name: string, { hostname, ...query }: Query = {}): ServerAnswer => {
  const { servers } = sampleView(http, {}, hostname === undefined ? {} : { hostname });
  return whichServer({ servers, name, port: 80, tls: false, ...query });
};

/** The root of the server that answers, or why none does. */
const answer = (http: string, name: string, query?: Query): string => {
  const found = ask(http, name, query);
  if (found.kind === "served") return found.server.root ?? "";
  return found.kind === "refused" ? found.because.kind : found.kind;
};

const server = (root: string, ...lines: readonly string[]): string =>
  `server { ${lines.map((line) => `${line};`).join(" ")} root ${root}; }\n`;
const named = (root: string, names: string): string => server(root, `server_name ${names}`);

const LADDER = [
  named("default", "_"),
  named("regex1", String.raw`~^(?<who>.+)\.example\.com$`),
  named("regex2", "~example"),
  named("tail", "www.example.*"),
  named("long-tail", "www.example.co.*"),
  named("head", "*.example.com"),
  named("long-head", "*.shop.example.com"),
  named("dot", ".example.net"),
  named("exact", "www.example.com"),
].join("");

test.each([
  ["www.example.com", "exact"],
  ["WWW.Example.COM.", "exact"],
  ["a.example.com", "head"],
  ["a.b.example.com", "head"],
  ["a.shop.example.com", "long-head"],
  ["example.com", "regex2"],
  ["www.example.org", "tail"],
  ["www.example.co.uk", "long-tail"],
  ["www.example", "regex2"],
  ["example.net", "dot"],
  ["deep.er.example.net", "dot"],
  ["other.test", "default"],
])("%s goes to %s", (name, root) => {
  expect(answer(LADDER, name)).toBe(root);
});

test("the first expression that fits wins, and a capital letter makes it caseless", () => {
  expect(answer(named("a", "~^W") + named("b", "~^w"), "www.test")).toBe("a");
  expect(answer(named("x", "_") + named("a", "~^[W]"), "www.test")).toBe("a");
});

test("without a fitting name the marked default answers, else the first", () => {
  expect(answer(named("first", "a") + named("second", "b"), "c")).toBe("first");
  expect(answer(named("first", "a") + server("marked", "listen 80 default_server", "server_name b"), "c")).toBe(
    "marked",
  );
});

test("an exact address comes before the wildcard, with its own names and default", () => {
  const http = [
    server("any", "listen 80", "server_name a b"),
    server("own", "listen 192.0.2.7:80", "server_name b"),
    server("six", "listen [::]:80", "server_name b"),
  ].join("");
  expect(answer(http, "b", { address: "192.0.2.7" })).toBe("own");
  expect(answer(http, "a", { address: "192.0.2.7" })).toBe("own");
  expect(answer(http, "a", { address: "192.0.2.8" })).toBe("any");
  expect(answer(http, "b", { address: "2001:db8::1" })).toBe("six");
});

test("an IPv6 wildcard takes IPv4 only when it says so", () => {
  expect(answer(server("six", "listen [::]:80"), "a", { address: "192.0.2.1" })).toBe("not-served");
  expect(answer(server("six", "listen [::]:80 ipv6only=off"), "a", { address: "192.0.2.1" })).toBe("six");
});

test("without an address, all that is reached from outside has to agree", () => {
  const apart =
    server("a", "listen 192.0.2.1:80", "server_name x") + server("b", "listen 192.0.2.2:80", "server_name x");
  expect(answer(apart, "x")).toBe("differs-by-address");
  expect(answer(`${apart}${server("c", "listen 192.0.2.2:80", "server_name y")}`, "y")).toBe("c");
  const status = server("status", "listen 127.0.0.1:80") + server("site", "listen 80", "server_name z");
  expect(answer(status, "x")).toBe("site");
  expect(answer(server("status", "listen 127.0.0.1:80"), "x")).toBe("status");
});

test("plain HTTP and TLS are different questions", () => {
  const http = server("plain", "listen 80") + server("tls", "listen 443 ssl");
  expect(answer(http, "a", { port: 443, tls: true })).toBe("tls");
  expect(answer(http, "a", { port: 443, tls: false })).toBe("not-served");
  expect(answer(http, "a", { port: 8080 })).toBe("not-served");
  expect(answer(server("quic", "listen 443 quic"), "a", { port: 443, tls: true })).toBe("not-served");
});

test("a port within a range counts", () => {
  expect(answer(server("range", "listen 8000-8010"), "a", { port: 8005 })).toBe("range");
});

test("a name that two servers have is refused, naming both; the same block twice is one", () => {
  const twice = named("a", "x") + named("b", "x");
  expect(answer(twice, "x")).toBe("name-contested");
  expect(answerInWords(ask(twice, "x"))).toBe(
    '"x" is also a name of the server at /etc/nginx/nginx.conf:4, which nginx passes over in favour of the server at /etc/nginx/nginx.conf:3 on *:80; remove one of the two',
  );
  const { servers } = sampleView("include a; include a;", { a: named("a", "x") });
  expect(whichServer({ servers, name: "x", port: 80, tls: false }).kind).toBe("served");
});

test("a name that is passed over matters only where it would have won", () => {
  const http = named("a", "*.x") + named("b", "*.x") + named("c", "www.x");
  expect(answer(http, "www.x")).toBe("c");
  expect(answer(http, "y.x")).toBe("name-contested");
});

test(".example.com is passed over as a whole when example.com is taken", () => {
  const http = named("default", "_") + named("a", "example.com") + named("b", ".example.com");
  expect(answer(http, "www.example.com")).toBe("name-contested");
  expect(answer(http, "example.com")).toBe("a");
  expect(answer(named("b", ".example.com") + named("a", "example.com"), "example.com")).toBe("name-contested");
});

test("an expression we cannot evaluate is in the way only when its turn comes", () => {
  const http = named("default", "_") + named("odd", String.raw`~^(a)\1`) + named("exact", "x");
  expect(answer(http, "x")).toBe("exact");
  expect(answer(http, "y")).toBe("regex-unclear");
  expect(answer(named("first", "~^y") + http, "y")).toBe("first");
});

test("the machine's own name is compared when it is known", () => {
  const http = named("default", "_") + named("own", "$hostname");
  expect(answer(http, "web1", { hostname: "Web1" })).toBe("own");
  expect(answer(http, "web1")).toBe("hostname-unknown");
});

test("TLS that only another server's listen switches on is refused, and so is ssl on", () => {
  const http = server("tls", "listen 443 ssl", "server_name a") + server("odd", "listen 443", "server_name b");
  expect(answer(http, "b", { port: 443, tls: true })).toBe("listens-without-ssl");
  expect(answer(http, "a", { port: 443, tls: true })).toBe("tls");
  expect(answer(server("old", "listen 443", "ssl on"), "a", { port: 443, tls: true })).toBe("ssl-on");
});

test.each([
  ["www.example.com", 'the server at /etc/nginx/nginx.conf:11 answers on *:80 by its name "www.example.com"'],
  [
    "a.shop.example.com",
    'the server at /etc/nginx/nginx.conf:9 answers on *:80 by the longest leading wildcard that fits, "*.shop.example.com"',
  ],
  [
    "www.example.org",
    'the server at /etc/nginx/nginx.conf:6 answers on *:80 by the longest trailing wildcard that fits, "www.example.*"',
  ],
  ["other.test", "the server at /etc/nginx/nginx.conf:3 answers on *:80 as the first server, since no name fits"],
])("explains the choice for %s", (name, words) => {
  expect(answerInWords(ask(LADDER, name))).toBe(words);
});

test("says that nothing listens", () => {
  expect(answerInWords(ask(LADDER, "a", { port: 443, tls: true }))).toBe("no server listens for TLS on port 443");
  expect(answerInWords(ask(LADDER, "a", { tls: true }))).toBe("no server listens for TLS on port 80, only plain HTTP");
});

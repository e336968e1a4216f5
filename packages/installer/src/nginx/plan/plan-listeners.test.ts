import { expect, test } from "vitest";
import { changedLines, samplePlan, type SampleWish, withoutSettings } from "../samples/plan-sample.ts";
import { SAMPLE_BUILD } from "../samples/sample-view.ts";
import type { CertificatePlan } from "./plan-certificate.ts";

const server = (...lines: readonly string[]): string =>
  ["server {", ...lines.map((line) => `    ${line}`), "}", ""].join("\n");
const TLS_PAIR = ["ssl_certificate a;", "ssl_certificate_key b;"];
/** A server that has TLS already, in front of the one that shall get it. */
const taken = (listen: string): string => server(`listen ${listen};`, "server_name b;", ...TLS_PAIR);
const NEW = { ...SAMPLE_BUILD, version: [1, 25, 1] };

const opened = (http: string, wish?: SampleWish): readonly string[] =>
  withoutSettings(changedLines(samplePlan(http, wish)))
    .filter((line) => !/ssl_certificate/.test(line))
    .map((line) => line.replace(/^\+ /, ""));

const notes = (plan: CertificatePlan): readonly string[] =>
  plan.kind === "planned" ? plan.notes.map(({ kind }) => kind) : [];

test("opens TLS beside each address on port 80, as the neighbours are written", () => {
  const http = server("listen      80;", "listen [::]:80 default_server ipv6only=on;", "server_name example.com;");
  expect(opened(http)).toEqual(["listen      443 ssl;", "listen [::]:443 ssl;"]);
  expect(opened(server("listen 192.0.2.1:80 backlog=9 reuseport;"))).toEqual(["listen 192.0.2.1:443 ssl;"]);
  expect(opened(server("listen *:80;"))).toEqual(["listen *:443 ssl;"]);
});

test("the whole of it, in the indentation and line ends of the file", () => {
  const file = "server {\r\n\tlisten 80;\r\n\tserver_name example.com; # here\r\n}\r\n";
  const plan = samplePlan("include site;", { others: { site: file } });
  const after = plan.kind === "planned" ? plan.changes[0]?.after.toString() : "";
  expect(after).toBe(
    [
      "server {",
      "\tlisten 80;",
      "\tlisten 443 ssl;",
      "\tserver_name example.com; # here",
      "\tssl_certificate /new.pem;",
      "\tssl_certificate_key /new.key;",
      "\t# TLS settings: Mozilla intermediate 6.0 (2026-04)",
      "\tssl_protocols TLSv1.2 TLSv1.3;",
      "\tssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;",
      "\tssl_ecdh_curve X25519:prime256v1:secp384r1;",
      "\tssl_prefer_server_ciphers off;",
      "\tssl_session_timeout 1d;",
      "\tssl_session_cache shared:hostseal:10m;",
      "\tssl_session_tickets off;",
      "}",
      "",
    ].join("\r\n"),
  );
});

test("a server in one line stays in one line", () => {
  const plan = samplePlan("server { listen 80; server_name example.com; }");
  const after = plan.kind === "planned" ? plan.changes[0]?.after.toString() : "";
  expect(after).toContain("server { listen 80; listen 443 ssl; server_name example.com; ssl_certificate /new.pem;");
  expect(after).not.toContain("#");
});

test("a server without listen keeps its port 80", () => {
  expect(opened(server("server_name example.com;"))).toEqual(["listen 80;", "listen 443 ssl;"]);
  expect(changedLines(samplePlan("server {}"))[1]).toMatch(/^\+ server \{ listen 80; listen 443 ssl; ssl_cert/);
});

test("listeners that come from a snippet are answered in the server", () => {
  const others = { ports: "listen 80;\nlisten [::]:80;\n" };
  expect(opened(server("include ports;", "server_name example.com;"), { others })).toEqual([
    "listen 443 ssl;",
    "listen [::]:443 ssl;",
  ]);
});

test("leaves settings alone that the server has, and a session cache that http has", () => {
  const http = `ssl_session_cache shared:SSL:1m;\nssl_protocols TLSv1;\n${server("listen 80;", "ssl_ciphers HIGH;")}`;
  const names = changedLines(samplePlan(http)).map((line) => line.split(" ")[1]);
  expect(names).toContain("ssl_protocols");
  expect(names).not.toContain("ssl_ciphers");
  expect(names).not.toContain("ssl_session_cache");
});

test.each([
  [[3, 5, 0], "X25519MLKEM768:X25519:prime256v1:secp384r1"],
  [[3, 0, 19], "X25519:prime256v1:secp384r1"],
  [[1, 0, 2], "prime256v1:secp384r1"],
])("OpenSSL %j gets the groups it knows", (version, groups) => {
  const build = { ...SAMPLE_BUILD, tls: { name: "openssl", version } as const };
  expect(changedLines(samplePlan(server("listen 80;"), { build }))).toContain(`+ ssl_ecdh_curve ${groups};`);
});

test("other libraries keep their groups, and old nginx hears nothing of TLS 1.3", () => {
  const build = { ...SAMPLE_BUILD, version: [1, 12, 2], tls: { name: "libressl", version: [3, 8] } as const };
  const text = changedLines(samplePlan(server("listen 80;"), { build })).join("\n");
  expect(text).not.toContain("ssl_ecdh_curve");
  expect(text).toContain("ssl_protocols TLSv1.2;");
});

test("session tickets are switched off only where nginx does not change their keys itself", () => {
  const lines = changedLines(samplePlan(server("listen 80;"), { build: { ...SAMPLE_BUILD, version: [1, 23, 2] } }));
  expect(lines.some((line) => line.includes("ssl_session_tickets"))).toBe(false);
});

test("HTTP/2 is written in the form of the version, only when wanted and built in", () => {
  const http = server("listen 80;");
  expect(opened(http, { build: NEW })).toEqual(["listen 443 ssl;"]);
  expect(opened(http, { build: NEW, http2: true })).toEqual(["listen 443 ssl;", "http2 on;"]);
  expect(opened(http, { http2: true })).toEqual(["listen 443 ssl http2;"]);
  expect(opened(http, { http2: true, build: { ...NEW, arguments: ["--with-http_ssl_module"] } })).toEqual([
    "listen 443 ssl;",
  ]);
  expect(opened(`http2 on;\n${http}`, { build: NEW, http2: true })).toEqual(["listen 443 ssl;"]);
});

test("before 1.25.1 HTTP/2 is not switched on for neighbours", () => {
  const http = taken("443 ssl") + server("listen 80;");
  expect(opened(http, { http2: true, at: 1 })).toEqual(["listen 443 ssl;"]);
  expect(notes(samplePlan(http, { http2: true, at: 1 }))).toEqual(["http2-left-out"]);
  expect(notes(samplePlan(taken("443 ssl http2") + server("listen 80;"), { http2: true, at: 1 }))).toEqual([]);
});

test("says when it is the first on an address", () => {
  expect(notes(samplePlan(server("listen 80;")))).toEqual(["first-on-address"]);
});

test("an address of its own would hide the wildcard's servers, so it joins the wildcard", () => {
  expect(opened(taken("443 ssl") + server("listen 192.0.2.1:80;"), { at: 1 })).toEqual(["listen *:443 ssl;"]);
});

test("a wildcard reaches no address that has TLS listeners of its own, so it joins them", () => {
  const http = taken("443 ssl") + taken("192.0.2.1:443 ssl").replace("b;", "c;") + server("listen 80;");
  expect(opened(http, { at: 2 })).toEqual(["listen 443 ssl;", "listen 192.0.2.1:443 ssl;"]);
  const apart = `${http}${server("listen 192.0.2.1:80;", "server_name b;")}`;
  expect(opened(apart, { at: 2 })).toEqual(["listen 443 ssl;"]);
});

test("where single addresses are open, the wildcard cannot be opened by a reload", () => {
  const http = taken("192.0.2.1:443 ssl") + server("listen 80;");
  expect(opened(http, { at: 1 })).toEqual(["listen 192.0.2.1:443 ssl;"]);
  const apart = `${http}${server("listen 192.0.2.1:80;", "server_name c;")}`;
  expect(opened(apart, { at: 1 })).toEqual(["needs-restart"]);
});

test("an IPv6 socket that takes IPv4 has two beside it, unless one is there already", () => {
  expect(opened(server("listen [::]:80 ipv6only=off;"))).toEqual(["listen 443 ssl;", "listen [::]:443 ssl;"]);
  const http = taken("[::]:443 ssl ipv6only=off") + server("listen [::]:80 ipv6only=off;");
  expect(opened(http, { at: 1 })).toEqual(["listen [::]:443 ssl;"]);
});

test("who was the default by being first stays so by a mark, when the server comes before it", () => {
  const http = server("listen 80;") + taken("443 ssl");
  expect(opened(http)).toEqual(["listen 443 ssl;", "- listen 443 ssl;", "listen 443 ssl default_server;"]);
  expect(notes(samplePlan(http))).toEqual(["default-marked"]);
  expect(opened(server("listen 80;") + taken("443 ssl default_server"))).toEqual(["listen 443 ssl;"]);
});

test("a listen that others share cannot be marked", () => {
  const shared = server("include port;", ...TLS_PAIR);
  const others = { port: "listen 443 ssl;" };
  expect(opened(server("listen 80;") + shared + shared.replace("{", "{ server_name c;"), { others })).toEqual([
    "default-would-change",
  ]);
});

test.each([
  [server("listen 8080;"), "no-public-port"],
  [server("listen unix:/a;"), "no-public-port"],
  [server("listen localhost:80;"), "listens-by-host-name"],
  [server("listen 80 proxy_protocol;"), "behind-proxy-protocol"],
  [server("listen 80;") + server("listen 443;", "server_name b;"), "plain-on-tls-port"],
  [`${server("listen 80;")}} stream { server { listen 443; }`, "port-taken-by-stream"],
  [`${server("listen 80;")}} stream { server { listen 192.0.2.1:443; }`, "port-taken-by-stream"],
])("refuses %j", (http, kind) => {
  expect(opened(http)).toEqual([kind]);
});

test("stream on another address is in nobody's way", () => {
  expect(opened(`${server("listen 192.0.2.2:80;")}} stream { server { listen 192.0.2.1:443; }`)).toHaveLength(1);
});

test("an nginx without TLS is refused", () => {
  expect(opened(server("listen 80;"), { build: { ...SAMPLE_BUILD, tls: undefined } })).toEqual(["no-tls-module"]);
});

import { expect, test } from "vitest";
import { firstServer, sampleView } from "../samples/sample-view.ts";
import { placeInWords } from "../tree/place-in-words.ts";
import { readServers, streamListens } from "./read-servers.ts";
import { readServerName } from "./server-name.ts";

test.each([
  ["Example.COM", "exact", "example.com"],
  ["_", "exact", "_"],
  ["", "exact", ""],
  ["*.Example.com", "below", "example.com"],
  [".example.com", "at-or-below", "example.com"],
  ["www.example.*", "before", "www.example"],
])("%j is %s: %s", (text, kind, name) => {
  expect(readServerName(text)).toEqual({ kind, text, name });
});

test("a regular expression is compiled, or kept closed when it says more than we evaluate", () => {
  expect(readServerName("~^a+$")).toMatchObject({ kind: "regex", pattern: { kind: "choice" } });
  expect(readServerName(String.raw`~^(a)\1$`)).toMatchObject({ kind: "regex", pattern: undefined });
});

test("$hostname is the machine's name, when that is known", () => {
  expect(readServerName("$HostName", "Web1")).toEqual({ kind: "exact", text: "$HostName", name: "web1" });
  expect(readServerName("$hostname")).toEqual({ kind: "unknown", text: "$hostname" });
});

test("servers come in the order in which nginx reads them, through includes", () => {
  const { servers } = sampleView("include sites/*; server { server_name last; }", {
    "sites/b": "server { server_name second; }",
    "sites/a": "server { server_name first a.first; server_name b.first; }",
  });
  expect(servers.map(({ names }) => names.map(({ text }) => text))).toEqual([
    ["first", "a.first", "b.first"],
    ["second"],
    ["last"],
  ]);
});

test("a server without a name has the empty one", () => {
  expect(firstServer(sampleView("server {}")).names).toEqual([{ kind: "exact", text: "", name: "" }]);
});

test("servers of upstreams, stream and mail are no servers of http", () => {
  const view = sampleView("upstream a { server 127.0.0.1; } } stream { server { listen 443; } } mail { server {}");
  expect(view.servers).toEqual([]);
  expect(streamListens(view.tree)).toMatchObject([{ address: "*", firstPort: 443 }]);
});

const pairs = (http: string, others?: Readonly<Record<string, string>>): readonly (readonly unknown[])[] =>
  firstServer(sampleView(http, others)).pairs.map(({ certificate, key }) => [
    certificate.value,
    key?.value,
    certificate.level,
    placeInWords(certificate.placed),
  ]);

test("own certificates take the place of all inherited ones, each beside its key", () => {
  expect(
    pairs("ssl_certificate a; ssl_certificate_key b; server { ssl_certificate c; ssl_certificate_key d; }"),
  ).toEqual([["c", "d", "server", "/etc/nginx/nginx.conf:3"]]);
  expect(pairs("server {} ssl_certificate a; ssl_certificate_key b;")).toEqual([
    ["a", "b", "http", "/etc/nginx/nginx.conf:3"],
  ]);
  expect(
    pairs("server {\nssl_certificate r; ssl_certificate e;\nssl_certificate_key rk; ssl_certificate_key ek; }"),
  ).toEqual([
    ["r", "rk", "server", "/etc/nginx/nginx.conf:4"],
    ["e", "ek", "server", "/etc/nginx/nginx.conf:4"],
  ]);
});

test("a certificate from a snippet is said where the snippet says it", () => {
  expect(pairs("server { include snip; }", { snip: "\nssl_certificate a;" })).toEqual([
    ["a", undefined, "server", "/etc/nginx/snip:2"],
  ]);
});

test("certificates in locations and in other blocks are none of the server's", () => {
  expect(pairs("server { location / { proxy_ssl_certificate a; } if ($a) { ssl_certificate b; } }")).toEqual([]);
});

test("the root is the server's own or the inherited one", () => {
  expect(firstServer(sampleView("root /a; server {}")).root).toBe("/a");
  expect(firstServer(sampleView("root /a; server { root /b; }")).root).toBe("/b");
  expect(firstServer(sampleView("server {}")).root).toBeUndefined();
});

test("two views of one block are one block", () => {
  const { servers } = sampleView("include a; include a;", { a: "server {} server {}" });
  expect(new Set(servers.map(({ identity }) => identity)).size).toBe(2);
  const linked = sampleView("include a; include ./a;", { a: "server {}", "./a": "server {}" });
  expect(new Set(linked.servers.map(({ identity }) => identity)).size).toBe(1);
  expect(readServers({ tree: linked.tree })).toHaveLength(2);
});

test.each([
  ["/etc/nginx/plesk.conf.d/vhosts/a.conf", "", "Plesk"],
  ["a", "#ATTENTION!\n#\n#DO NOT MODIFY THIS FILE BECAUSE IT WAS GENERATED AUTOMATICALLY,\n", "Plesk"],
  ["a", "# DO NOT MODIFY THIS FILE! CHANGES WILL BE LOST WHEN REBUILDING DOMAINS #\n", "HestiaCP or VestaCP"],
  ["/etc/nginx/conf.d/users/ann.conf", "", "cPanel"],
  ["/usr/local/directadmin/data/users/ann/nginx.conf", "", "DirectAdmin"],
  ["/etc/nginx/sites-enabled/100-example.com.vhost", "", "ISPConfig"],
  ["/www/server/panel/vhost/nginx/a.conf", "", "aaPanel"],
  [
    "a",
    "# 10_froxlor\n# Do NOT manually edit this file, all changes will be deleted after the next domain change at the panel.\n",
    "Froxlor",
  ],
  ["a", "# Ansible managed\n", "Ansible"],
  ["a", "# This file managed by Puppet - DO NOT EDIT\n", "Puppet"],
])("%s, beginning %j, is written by %s", (path, header, title) => {
  const view = sampleView(`include ${path};`, { [path]: `${header}server {}` });
  expect(firstServer(view).panel?.title).toBe(title);
});

test("a file made by hand is nobody else's, whatever it says further down", () => {
  const late = `${"# notes\n".repeat(200)}# Ansible managed\nserver {}`;
  expect(firstServer(sampleView("include a;", { a: late })).panel).toBeUndefined();
});

import { expect, test } from "vitest";
import { changedLines, samplePlan, type SampleWish } from "../samples/plan-sample.ts";
import type { CertificatePlan } from "./plan-certificate.ts";

const PAIR = ["+ ssl_certificate /new.pem;", "+ ssl_certificate_key /new.key;"];

const tls = (...lines: readonly string[]): string =>
  ["server {", "    listen 443 ssl;", ...lines.map((line) => `    ${line}`), "}", ""].join("\n");
const pair = (name: string): readonly string[] => [`ssl_certificate ${name}.pem;`, `ssl_certificate_key ${name}.key;`];
const lines = (http: string, wish?: SampleWish): readonly string[] => changedLines(samplePlan(http, wish));
const notes = (plan: CertificatePlan): readonly string[] =>
  plan.kind === "planned" ? plan.notes.map(({ kind }) => kind).filter((kind) => kind.startsWith("snippet")) : [];

test("changes the two arguments where the server says them, and nothing else in the file", () => {
  const plan = samplePlan(tls("ssl_certificate\t'old.pem' ; # mine", "ssl_certificate_key   old.key;"));
  expect(changedLines(plan)).toEqual([
    "- ssl_certificate\t'old.pem' ; # mine",
    "- ssl_certificate_key   old.key;",
    "+ ssl_certificate\t/new.pem ; # mine",
    "+ ssl_certificate_key   /new.key;",
  ]);
});

test("plans nothing for a server that uses these files already", () => {
  expect(samplePlan(tls(...pair("/new")))).toMatchObject({ kind: "planned", changes: [], diff: "" });
});

test("puts a path in quotes where nginx needs them", () => {
  const plan = samplePlan(tls(...pair("old")), { certificatePath: '/srv/my "certs"/a.pem' });
  expect(changedLines(plan)).toContain(String.raw`+ ssl_certificate "/srv/my \"certs\"/a.pem";`);
});

test("gives a pair to a server that inherits its own from http, and leaves http alone", () => {
  const http = `${pair("shared").join("\n")}\n${tls("server_name example.com;", "root /a;")}${tls("server_name b;")}`;
  const plan = samplePlan(http);
  expect(changedLines(plan)).toEqual(PAIR);
  expect(plan).toMatchObject({ affected: ["example.com"] });
});

test("repeats the certificate of the other key type that http gave", () => {
  const http = `${[...pair("r"), ...pair("e")].join("\n")}\n${tls("server_name example.com;")}`;
  const keyFamilies = new Map([
    ["r.pem", "rsa"],
    ["e.pem", "ecdsa"],
  ] as const);
  expect(lines(http, { keyFamilies })).toEqual([...PAIR, "+ ssl_certificate e.pem;", "+ ssl_certificate_key e.key;"]);
});

test("of two certificates replaces the one of the same key type, and the last of that type", () => {
  const keyFamilies = new Map([
    ["r.pem", "rsa"],
    ["r2.pem", "rsa"],
    ["e.pem", "ecdsa"],
  ] as const);
  const http = tls(...pair("r"), ...pair("e"), ...pair("r2"));
  expect(lines(http, { keyFamilies })).toEqual(["- ssl_certificate r2.pem;", "- ssl_certificate_key r2.key;", ...PAIR]);
  expect(lines(http, { keyFamilies, keyFamily: "ecdsa" })).toContain("- ssl_certificate e.pem;");
});

test("a single certificate is replaced, whatever its key type", () => {
  expect(lines(tls(...pair("old")), { keyFamily: "ecdsa" })).toContain("- ssl_certificate old.pem;");
});

test("refuses to guess which of two certificates to replace", () => {
  const http = tls(...pair("r"), ...pair("e"));
  expect(lines(http)).toEqual(["key-types-unknown"]);
  expect(lines(http, { keyFamilies: new Map([["e.pem", "ecdsa"]]) })).toEqual(["key-types-unknown"]);
});

const SNIPPET = { "snip/a.conf": `${pair("old").join("\n")}\nssl_session_timeout 5m;\n` };
const SHARED = `${tls("server_name example.com;", "include snip/a.conf;")}${tls("server_name b;", "include snip/a.conf;")}`;

test("changes a snippet that only this server includes", () => {
  const http = tls("include snip/*.conf;");
  const plan = samplePlan(http, { others: SNIPPET });
  expect(plan).toMatchObject({ kind: "planned", changes: [{ path: "/etc/nginx/snip/a.conf" }] });
});

test("overrides a shared snippet with a certificate of the same key type, behind the include", () => {
  const plan = samplePlan(SHARED, { others: SNIPPET, keyFamilies: new Map([["old.pem", "rsa"]]) });
  expect(changedLines(plan)).toEqual(PAIR);
  expect(notes(plan)).toEqual(["snippet-overridden"]);
  expect(plan).toMatchObject({ affected: ["example.com"], changes: [{ path: "/etc/nginx/nginx.conf" }] });
});

test("gives the server its own copy of a shared snippet when the key types differ or are unknown", () => {
  const plan = samplePlan(SHARED, { others: SNIPPET, keyFamily: "ecdsa", keyFamilies: new Map([["old.pem", "rsa"]]) });
  expect(changedLines(plan)).toEqual(
    ["- include snip/a.conf;", ...PAIR, "+ ssl_session_timeout 5m;", "+"].map((line) => line.padEnd(2)),
  );
  expect(notes(plan)).toEqual(["snippet-split"]);
  expect(changedLines(samplePlan(SHARED, { others: SNIPPET }))).toEqual(changedLines(plan));
});

test("copies only as deep as it has to: what does not lead to the certificate stays included", () => {
  const http = `${tls("include outer;")}${tls("include outer;")}`;
  const others = { outer: "include inner; include other; # c", inner: pair("old").join(" "), other: "root /a;" };
  expect(lines(http, { others })).toEqual([
    "- include outer;",
    "+ ssl_certificate /new.pem; ssl_certificate_key /new.key;",
    "+ include other; # c",
    "+ ",
  ]);
});

test("changes a shared snippet in place when the certificate suits everybody who uses it", () => {
  const plan = samplePlan(SHARED, { others: SNIPPET, names: ["example.com", "B"] });
  expect(plan).toMatchObject({ affected: ["example.com", "b"], changes: [{ path: "/etc/nginx/snip/a.conf" }] });
});

test.each(["www.b", "*.b", "~^b$", ".b", "$hostname"])(
  "a neighbour that is also %s is not suited by a certificate for b",
  (name) => {
    const http = `${tls("include snip/a.conf;")}${tls(`server_name b ${name};`, "include snip/a.conf;")}`;
    const plan = samplePlan(http, { others: SNIPPET, names: ["b"] });
    expect(notes(plan)).toEqual(["snippet-split"]);
  },
);

test("a wildcard certificate suits one label", () => {
  const http = `${tls("include snip/a.conf;")}${tls("server_name www.b *.b;", "include snip/a.conf;")}`;
  expect(notes(samplePlan(http, { others: SNIPPET, names: ["*.b"] }))).toEqual([]);
});

test("stream uses a snippet too", () => {
  const http = `${tls("include snip/a.conf;")}}\nstream { server { listen 1; include snip/a.conf; }`;
  expect(notes(samplePlan(http, { others: SNIPPET }))).toEqual(["snippet-split"]);
});

test("halves of a pair from two snippets are overridden behind the later one", () => {
  const http = `${tls("include k;", "include c;")}${tls("include k; include c;")}`;
  const others = { c: "ssl_certificate old.pem;", k: "ssl_certificate_key old.key;" };
  const plan = samplePlan(http, { others, keyFamilies: new Map([["old.pem", "rsa"]]) });
  const text = plan.kind === "planned" ? plan.changes[0]?.after.toString() : "";
  expect(text).toMatch(/include c;\n {4}ssl_certificate \/new\.pem;/);
});

test.each([
  ["ssl_certificate $ssl_server_name.pem; ssl_certificate_key a;", "dynamic-certificate"],
  ["ssl_certificate data:$cert; ssl_certificate_key a;", "dynamic-certificate"],
  ["ssl_certificate a; ssl_certificate_key engine:pkcs11:x;", "dynamic-certificate"],
  ["ssl_certificate a; ssl_certificate_key b; ssl_certificate_by_lua_block { x() }", "dynamic-certificate"],
  ["ssl_certificate a; ssl_certificate_key b; ssl_reject_handshake on;", "rejects-handshake"],
])("refuses %s", (text, kind) => {
  expect(lines(tls(text))).toEqual([kind]);
});

test("refuses a certificate whose key is said on another level", () => {
  expect(lines(`ssl_certificate_key k;\n${tls("ssl_certificate c;")}`)).toEqual(["pair-apart"]);
});

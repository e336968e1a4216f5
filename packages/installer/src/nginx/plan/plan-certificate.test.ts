import { expect, test } from "vitest";
import { changedLines, samplePlan, type SampleWish, withoutSettings } from "../samples/plan-sample.ts";
import type { CertificatePlan } from "./plan-certificate.ts";
import { planNoteInWords } from "./plan-note.ts";
import { planRefusalInWords } from "./plan-refusal.ts";

const PAIR = "ssl_certificate a; ssl_certificate_key b;";
const TLS = `server {\n    listen 443 ssl;\n    server_name example.com;\n    ${PAIR}\n}\n`;
const BOTH = `server {\n    listen 80;\n    listen 443 ssl;\n    server_name example.com;\n    ${PAIR}\n}\n`;

const added = (http: string, wish: SampleWish): readonly string[] =>
  withoutSettings(changedLines(samplePlan(http, wish)))
    .filter((line) => line.startsWith("+") && !/ssl_certificate/.test(line))
    .map((line) => line.slice(2));

const DEFAULT = /^this server is the default/;
const allNotes = (plan: CertificatePlan): readonly string[] =>
  plan.kind === "planned" ? plan.notes.map(planNoteInWords) : [];
const notes = (plan: CertificatePlan): readonly string[] => allNotes(plan).filter((note) => !DEFAULT.test(note));

const REDIRECT = ["if ($scheme = http) {", "return 301 https://$host$request_uri;", "}"];

test("redirects only when asked, in the server that answers in plain", () => {
  expect(added(BOTH, {})).toEqual([]);
  expect(added(BOTH, { redirect: true })).toEqual(REDIRECT);
  const plan = samplePlan(`${TLS}server {\n    server_name example.com;\n}\n`, { redirect: true });
  expect(changedLines(plan).slice(-3)).toEqual(REDIRECT.map((line) => `+ ${line}`));
});

test.each([
  "return 301 https://$host$request_uri;",
  "rewrite ^ https://example.com$uri permanent;",
  "if ($host = example.com) { return 301 https://$host$request_uri; }",
])("leaves a redirect as it is: %s", (line) => {
  const plan = samplePlan(`${TLS}server { server_name example.com; ${line} }`, { redirect: true });
  expect(changedLines(plan)).toHaveLength(2);
  expect(notes(plan)).toEqual(["/etc/nginx/nginx.conf:8 redirects already"]);
});

test("says when nothing answers in plain", () => {
  const plan = samplePlan(TLS, { redirect: true });
  expect(notes(plan)).toEqual(["no server answers for example.com on port 80, so there is nothing to redirect"]);
});

test("HSTS only when asked, and never over plain HTTP", () => {
  expect(added(TLS, { hsts: true })).toEqual(["add_header Strict-Transport-Security max-age=63072000 always;"]);
  expect(added(BOTH, { hsts: true })).toEqual([
    'set $hostseal_hsts "";',
    "if ($scheme = https) {",
    "set $hostseal_hsts max-age=63072000;",
    "}",
    "add_header Strict-Transport-Security $hostseal_hsts always;",
  ]);
});

test("the first header of a server takes away those of http, so they are repeated", () => {
  const http = `add_header  X-Frame-Options "DENY" always;\n${TLS}`;
  expect(added(http, { hsts: true })).toContain('add_header  X-Frame-Options "DENY" always;');
  const own = TLS.replace(PAIR, `${PAIR}\n    add_header A b;`);
  expect(added(`add_header  X-Frame-Options "DENY" always;\n${own}`, { hsts: true })).toHaveLength(1);
});

test("HSTS that is there stays, in whatever case it is written", () => {
  expect(added(`add_header strict-transport-security max-age=1;\n${TLS}`, { hsts: true })).toEqual([]);
});

test("says where HSTS will be missing", () => {
  const http = TLS.replace(PAIR, `${PAIR}\n    location / { add_header A b; }`);
  expect(notes(samplePlan(http, { hsts: true }))).toEqual([
    "/etc/nginx/nginx.conf:7 sets headers of its own, so HSTS is not sent there",
  ]);
});

test("refuses what a panel writes, also when it is only a snippet of it", () => {
  const header =
    "# Do NOT manually edit this file, all changes will be deleted after the next domain change at the panel.\n";
  const whole = samplePlan("include a;", { others: { a: `${header}${TLS}` } });
  const snippet = samplePlan(TLS.replace(PAIR, "include a;"), { others: { a: `${header}${PAIR}` } });
  for (const plan of [whole, snippet])
    expect(plan).toMatchObject({ kind: "refused", because: { kind: "panel-managed", path: "/etc/nginx/a" } });
});

test("says who else writes these lines", () => {
  const tool = samplePlan("include a;", { others: { a: `# Ansible managed\n${TLS}` } });
  expect(notes(tool)).toEqual(["/etc/nginx/a:2 is written by Ansible: tell it too, or its next run undoes the change"]);
  const certbot = samplePlan(TLS.replace(PAIR, `${PAIR} # managed by Certbot`));
  expect(notes(certbot)[0]).toContain("was written by certbot");
});

test("every refusal is a sentence that names the place", () => {
  const plan = samplePlan("server { listen 8080; listen 8081; }");
  expect(plan.kind === "refused" && planRefusalInWords(plan.because)).toBe(
    "the server at /etc/nginx/nginx.conf:3 listens on 8080, 8081, not on 80 or for TLS, so something in front of it answers the public; install the certificate there",
  );
});

test("a name that another server answers for over TLS is not taken from it", () => {
  for (const names of ["shop.example.com", "*.example.com", "~^shop"]) {
    const shop = `server { listen 443 ssl default_server; server_name ${names}; ${PAIR} }`;
    const plan = samplePlan(`server { server_name shop.example.com; }\n${shop}`);
    expect(plan).toMatchObject({
      because: { kind: "side-effect", because: "shop.example.com would be answered by another server on *:443" },
    });
  }
});

test.each([
  ["*.shop.example", "*.example", true],
  ["*.shop.example", ".shop.example", true],
  ["*.shop.example", "*.deep.shop.example", false],
  ["*.shop.example", "*.myshop.example", false],
  [".shop.example", "www.*", true],
  ["*.shop.example", "~^www", true],
  ["www.shop.*", "www.*", true],
  ["www.*", "www.shop.*", false],
  ["www.*", "*.example", false],
  ["~^www", "~shop", true],
  ["~^www", "*.example", false],
  ["www.example", "~^api", false],
])("%s beside %s may take its names: %s", (own, others, isRefused) => {
  const http = `server { listen 443 ssl; server_name ${others}; ${PAIR} }\nserver { server_name ${own}; }`;
  expect(samplePlan(http, { at: 1 }).kind).toBe(isRefused ? "refused" : "planned");
});

test("says where clients that name nobody are shown the new certificate", () => {
  const other = TLS.replace("example.com", "b").replace("443 ssl", "443 ssl default_server");
  expect(allNotes(samplePlan(TLS))).toEqual([
    "this server is the default on *:443: clients that name nobody are shown the new certificate too",
  ]);
  expect(allNotes(samplePlan(TLS + other))).toEqual([]);
});

test("says which names of the server the certificate does not hold", () => {
  const plan = samplePlan(TLS.replace("example.com;", "example.com www.example.com *.shop.example.com _;"));
  expect(notes(plan)).toEqual([
    "the certificate does not hold www.example.com, *.shop.example.com, for which this server answers too",
  ]);
});

test("two thousand neighbours are checked in little time", () => {
  const names = Array.from({ length: 2_000 }, (_, index) => `s${index}.test www.s${index}.test`);
  const http = names.map((each) => `server { listen 80; listen 443 ssl; server_name ${each}; ${PAIR} }\n`).join("");
  expect(samplePlan(http, { at: 1_000 })).toMatchObject({ affected: ["s1000.test", "www.s1000.test"] });
});

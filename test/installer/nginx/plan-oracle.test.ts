import type { KeyType } from "@hostseal/pki";
import { expect, test } from "vitest";
import { askHttp } from "./ask.ts";
import { carryOut, openStage, planOn, type StageWish, survey, targetOn, tlsOn } from "./installing.ts";
import {
  type CertificatePlan,
  type CertificateWish,
  type FileChange,
  type KeyFamily,
  planLocationRemoval,
  planRefusalInWords,
  planValidationLocation,
  reloadTree,
} from "./subject.ts";

const changesOf = (plan: CertificatePlan): readonly FileChange[] => {
  if (plan.kind === "refused") throw new Error(planRefusalInWords(plan.because));
  return plan.changes;
};

const pair = (name: string): string => `ssl_certificate ${name}.pem;\n    ssl_certificate_key ${name}.key;`;
const tls = (name: string, ...lines: readonly string[]): string =>
  `server {\n    listen 443 ssl;\n    listen [::]:443 ssl;\n    server_name ${name};\n    ${lines.join("\n    ")}\n}\n`;
const says = (text: string): string => `return 200 "${text}";`;
const OTHER = tls("other.example", pair("other"), says("other"));
const OLD_AND_OTHER: Readonly<Record<string, KeyType>> = { old: "ec-p256", other: "ec-p256" };

type Scenario = StageWish & { readonly wish?: Partial<CertificateWish> };

const families = (entries: Readonly<Record<string, KeyFamily>>): ReadonlyMap<string, KeyFamily> =>
  new Map(Object.entries(entries));

const SNIPPET = { "snip/tls.conf": `${pair("shared")}\nssl_session_timeout 7m;\n` };
const SHARED: StageWish = {
  http:
    tls("other.example", "include snip/tls.conf;", says("other")) +
    tls("target.example", "include snip/tls.conf;", says("target")),
  others: SNIPPET,
  certificates: { shared: "ec-p256" },
};

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "a pair of its own": {
    http: OTHER + tls("target.example", pair("old"), says("target")),
    certificates: OLD_AND_OTHER,
  },
  "a pair of the default server": {
    http: tls("target.example", pair("old"), says("target")) + OTHER,
    certificates: OLD_AND_OTHER,
  },
  "a pair inherited from http": {
    http: `${pair("shared")}\n${tls("other.example", says("other"))}${tls("target.example", says("target"))}`,
    certificates: { shared: "ec-p256" },
  },
  "a snippet shared with another name, of the same key type": {
    ...SHARED,
    wish: { keyFamilies: families({ "shared.pem": "ecdsa" }) },
  },
  "a snippet shared with another name, of another key type": {
    ...SHARED,
    certificates: { shared: "rsa-2048" },
    wish: { keyFamilies: families({ "shared.pem": "rsa" }) },
  },
  "a snippet of its own, deeper down": {
    http: OTHER + tls("target.example", "include outer.conf;", says("target")),
    others: { "outer.conf": "include snip/*.conf;", "snip/a.conf": pair("old") },
    certificates: OLD_AND_OTHER,
  },
  "a block for a name and all below": {
    http: OTHER + tls(".target.example", pair("old"), says("wild")),
    certificates: OLD_AND_OTHER,
  },
  "only port 80, nobody on 443": {
    http: `server {\n\tlisten 80;\n\tlisten [::]:80;\n\tserver_name target.example;\n\t${says("target")}\n}\n`,
    certificates: {},
  },
  "only port 80, others on 443": {
    http: `${OTHER}server {\n    listen 80;\n    listen [::]:80;\n    server_name target.example;\n    ${says("target")}\n}\n`,
    certificates: OLD_AND_OTHER,
  },
  "only port 80 of one address, others on 443 of all": {
    http: `${OTHER}server { listen 127.0.0.1:80; server_name target.example; ${says("target")} }\n`,
    certificates: OLD_AND_OTHER,
  },
  "only port 80 of all addresses, another on 443 of one": {
    http: [
      `server { listen 80; server_name target.example; ${says("target")} }`,
      `server { listen 127.0.0.1:443 ssl; server_name other.example; ${pair("other")} ${says("other")} }`,
    ].join("\n"),
    certificates: OLD_AND_OTHER,
  },
  "only port 80, said by nobody": {
    http: `server { listen 80; server_name target.example; ${says("target")} }\nserver { listen [::]:80 ipv6only=on; server_name other.example; ${says("other")} }\n`,
    certificates: {},
  },
  "an IPv6 socket that takes IPv4 as well": {
    http: `server {\n    listen [::]:80 ipv6only=off;\n    server_name target.example;\n    ${says("target")}\n}\n`,
    certificates: {},
  },
  "first in the order, where the default is only the first of all": {
    http: `server { listen 80; server_name target.example; ${says("target")} }\n${OTHER}`,
    certificates: OLD_AND_OTHER,
  },
  "one line, CRLF, and everything wished for": {
    http: `server {\r\n    listen 80; listen [::]:80; server_name target.example;\r\n    location / { root /; ${says("target")} }\r\n}\r\n`,
    certificates: {},
    wish: { http2: true, hsts: true },
  },
  "session cache and protocols of http": {
    http: `ssl_session_cache shared:SSL:1m;\nssl_protocols TLSv1.2;\n${OTHER}server {\n    listen 80;\n    server_name target.example;\n    ${says("target")}\n}`,
    certificates: OLD_AND_OTHER,
  },
};

/** Whatever the target showed before is shown to nobody afterwards: it may be the default for others. */
const TARGET = /^https (?:www\.)?target\.example/;

/** What somebody who asks for the target reads, whatever certificate it is shown. */
const contentOf = (facts: ReadonlyMap<string, string>, scheme: string): string | undefined =>
  facts.get(`${scheme} target.example 127.0.0.1`)?.replace(/^\S+ (?=\d{3} )/, "");

test.concurrent.each(Object.entries(SCENARIOS))(
  "%s: the new certificate is served, and nobody else notices",
  async (_, scenario) => {
    await using stage = await openStage(scenario);
    const hadTls = targetOn(stage).listens.some(({ isSsl }) => isSsl);
    const before = await survey(stage);
    await carryOut(stage, changesOf(planOn(stage, scenario.wish)));
    expect((await tlsOn(stage, "target.example"))?.commonName).toBe("new");
    const after = await survey(stage);
    expect(contentOf(after, "https")).toBe(contentOf(before, hadTls ? "https" : "http"));
    for (const [question, answer] of before)
      if (!TARGET.test(question)) expect(after.get(question), question).toBe(answer.replace(/^old /, "new "));
  },
);

test("of an RSA and an ECDSA certificate, the one of the new one's type is replaced", async () => {
  const both = `${pair("rsa")}\n    ${pair("ec")}`;
  const keyFamilies = families({ "rsa.pem": "rsa", "ec.pem": "ecdsa" });
  const certificates: Readonly<Record<string, KeyType>> = { rsa: "rsa-2048", ec: "ec-p256" };
  for (const http of [tls("target.example", both, says("a")), `${both}\n${tls("target.example", says("a"))}`]) {
    await using stage = await openStage({ http, certificates });
    await carryOut(stage, changesOf(planOn(stage, { keyFamilies })));
    expect((await tlsOn(stage, "target.example", "ecdsa_secp256r1_sha256"))?.commonName).toBe("new");
    expect((await tlsOn(stage, "target.example", "rsa_pss_rsae_sha256"))?.commonName).toBe("rsa");
  }
});

test("plain HTTP is redirected and HSTS sent where it was wished for, and only over TLS", async () => {
  const http = `add_header X-Old kept always;\nserver { listen 80; server_name target.example; ${says("target")} }`;
  await using stage = await openStage({ http, certificates: {} });
  await carryOut(stage, changesOf(planOn(stage, { redirect: true, hsts: true })));
  expect((await tlsOn(stage, "target.example"))?.commonName).toBe("new");
  const question = { address: "127.0.0.1", port: stage.ports.http, name: "target.example", path: "/a?b" };
  const plain = await askHttp(question);
  expect([plain.status, /location: (.*)\r/i.exec(plain.head)?.[1]]).toEqual([301, "https://target.example/a?b"]);
  expect(plain.head).not.toMatch(/strict-transport/i);
  const secure = await tlsOn(stage, "target.example");
  expect(secure?.head).toMatch(/strict-transport-security: max-age=63072000/i);
  expect(secure?.head).toMatch(/x-old: kept/i);
});

const REWRITING: Readonly<Record<string, string>> = {
  "a redirect of everything": "return 301 https://elsewhere.example$request_uri;",
  "a rewrite": "rewrite ^ /gone last; location = /gone { return 410; }",
  "a redirect under a condition": "if ($host = target.example) { return 302 https://elsewhere.example/; }",
  "a rule against dot files": "location ~ /\\. { deny all; } location / { return 200 site; }",
  "a password and an address list":
    'deny all; auth_basic "who?"; auth_basic_user_file users; location / { return 200 x; }',
  "a location for all of .well-known": "location ^~ /.well-known/ { return 404; }",
};

test.concurrent.each(Object.entries(REWRITING))(
  "a validation file is answered in spite of %s, and only it",
  async (_, lines) => {
    const http = `server {\n    listen 80;\n    server_name target.example;\n    ${lines}\n}\n`;
    await using stage = await openStage({ http, others: {}, certificates: {} });
    const { workshop, ports, tree } = stage;
    await workshop.write({ "dcv/proof.txt": "the proof", users: "" });
    const ask = (path: string) => askHttp({ address: "127.0.0.1", port: ports.http, name: "target.example", path });
    const paths = ["/", "/other", "/.well-known/", "/.well-known/acme-challenge/x"];
    const statuses = (): Promise<readonly number[]> => Promise.all(paths.map(async (path) => (await ask(path)).status));
    const before = await statuses();
    const files = `${workshop.folder}/etc/dcv`;
    const plan = planValidationLocation({ tree, target: targetOn(stage), folder: "pki-validation", files });
    if (plan.kind === "refused") throw new Error(planRefusalInWords(plan.because));
    await carryOut(stage, plan.changes);
    expect((await ask("/.well-known/pki-validation/proof.txt")).body.toString()).toBe("the proof");
    expect(await statuses()).toEqual(before);
    const after = reloadTree(tree, plan.changes);
    const removal = after.kind === "loaded" ? planLocationRemoval(after.tree) : [];
    expect(removal.map((change) => change.after)).toEqual(plan.changes.map((change) => change.before));
  },
);

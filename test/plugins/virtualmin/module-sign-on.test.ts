import { readFileSync } from "node:fs";
import { Secret } from "@hostseal/pki";
import { type Claims, type Verified, verifyAssertion } from "@hostseal/sign-on";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openScratchWebmin, type ScratchWebmin } from "./scratch-webmin.ts";

type Vector = {
  readonly name: string;
  readonly signer: string;
  readonly key: string;
  readonly claims: Claims;
  readonly assertion: string;
};
const vectors = JSON.parse(
  readFileSync(new URL("../../../packages/sign-on/vectors.json", import.meta.url), "utf8"),
) as { readonly signed: readonly Vector[] };

const SETTINGS = {
  app_url: "https://ssl.partner.example",
  server_id: "web1",
  panel_url: "https://panel.example:10000",
};
let webmin: ScratchWebmin;

beforeAll(async () => {
  webmin = await openScratchWebmin();
  await webmin.perl("make_server_key()");
  await webmin.configure(SETTINGS);
});
afterAll(async () => webmin.close());

const page = async (user: string, query = "go=1&dom=1789", more: Readonly<Record<string, string>> = {}) =>
  (await webmin.run("hostseal/index.cgi", [], { REMOTE_USER: user, QUERY_STRING: query, ...more })).output;

const verified = async (html: string): Promise<Verified> => {
  const [, assertion = ""] = /name="assertion" value="([\w.-]+)"/.exec(html) ?? [];
  const key = new Secret(readFileSync(`${webmin.root}/etc/hostseal/sign-on.key`, "utf8").trim());
  return verifyAssertion(assertion, {
    now: Date.now(),
    audience: SETTINGS.app_url,
    serverOf: (id) => (id === "web1" ? { key, origins: [SETTINGS.panel_url] } : undefined),
    memory: { useOnce: async () => true, isCurrent: async () => true },
  });
};

test.each(vectors.signed.filter(({ signer }) => signer === "server"))(
  "the panel's side writes the same bytes: $name",
  async ({ key, claims, assertion }) => {
    const code = "print sign_assertion(JSON::PP->new->utf8->decode($ENV{'CLAIMS'}), $ENV{'KEY'})";
    expect(await webmin.perl(code, { CLAIMS: JSON.stringify(claims), KEY: key })).toEqual({
      status: 0,
      output: assertion,
    });
  },
);

test("an owner is vouched for as the account whose sites they may change, with the way back", async () => {
  const html = await page("alice", undefined, { STUB_LANG: "de" });
  expect(html).toContain('action="https://ssl.partner.example/panel/sign-on"');
  expect(html).toContain("Cache-Control: no-store");
  expect(await verified(html)).toMatchObject({
    kind: "accepted",
    claims: {
      sub: "alice",
      role: "customer",
      locale: "de",
      return_to: "https://panel.example:10000/virtual-server/edit_domain.cgi?dom=1789",
    },
  });
});

test.each([
  ["root", "administrator"],
  ["reseller", "reseller"],
])("%s is vouched for as %s", async (user, role) => {
  expect(await verified(await page(user))).toMatchObject({ claims: { sub: user, role } });
});

test("two assertions are never the same", async () => {
  const [one, other] = [await verified(await page("alice")), await verified(await page("alice"))];
  if (one.kind === "refused" || other.kind === "refused") throw new TypeError("an assertion was not taken");
  expect(one.claims.jti).not.toBe(other.claims.jti);
});

test.each([
  ["who has no site here", "bob", {}],
  ["who may not change certificates", "alice", { STUB_MAY: "records" }],
])("nobody vouches for one %s, whatever the browser says", async (_, user, more) => {
  const html = await page(user, "go=1&dom=1789&REMOTE_USER=alice&user=alice", more);
  expect(html).not.toContain("assertion");
  expect(html).toContain("no site here whose certificate you may change");
});

test("what a browser sends for a domain goes into no page unread", async () => {
  expect(await page("alice", "dom='><script>")).toContain("name='dom' value=''");
});

test("the welcome shows owners their sites, administrators where the key lies, and nobody the key", async () => {
  const [key, owner, root] = [
    readFileSync(`${webmin.root}/etc/hostseal/sign-on.key`, "utf8").trim(),
    await page("alice", ""),
    await page("root", ""),
  ];
  expect(owner).toContain("<li>example.com</li>");
  expect(owner).not.toContain("sign-on.key");
  expect(root).toContain("sign-on.key");
  expect(owner + root).not.toContain(key);
});

test("before the server is connected nobody goes anywhere", async () => {
  await webmin.configure({});
  expect(await page("alice")).toContain("not connected to Hostseal yet");
  await webmin.configure(SETTINGS);
});

import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { startApache } from "./apache-server.ts";
import { askSite } from "./ask-site.ts";
import {
  carryOut,
  configure,
  makeWorld,
  pathIn,
  planIn,
  type PlanWorld,
  type Sight,
  type WishChange,
} from "./plan-world.ts";

const host = (at: string, names: string, inside: string): string =>
  `<VirtualHost ${at}>\n  ServerName ${names.replace(" ", "\n  ServerAlias ")}\n${inside}</VirtualHost>\n`;

const on = (pair: string): string => `  SSLEngine on\n${pair}`;
const says = (text: string): string => `  ErrorDocument 404 "${text}"\n`;
const plainSites = (port: number): string =>
  host(`*:${port}`, "b.test", says("b")) + host(`*:${port}`, "a.test www.a.test", says("a"));

const differences = ([before, after]: readonly [Sight, Sight]): Sight =>
  Object.fromEntries(Object.entries(after).filter(([key, seen]) => before[key] !== seen));

const BOTH_NEW = { "https a.test": "new", "https www.a.test": "new" };
const ALL_NEW = {
  ...BOTH_NEW,
  "https b.test": "new",
  "https c.test": "new",
  "https any.w.test": "new",
  "https default": "new",
};

type Case = {
  readonly title: string;
  readonly text: (world: PlanWorld) => string;
  readonly files?: (world: PlanWorld) => Readonly<Record<string, string>>;
  readonly wish?: WishChange;
  readonly changed: Sight | ((world: PlanWorld) => Sight);
};

const cases: readonly Case[] = [
  {
    title: "a pair of its own",
    text: ({ https, pair }) =>
      `Listen ${https}\n` +
      host(`*:${https}`, "b.test", on(pair("one"))) +
      host(`*:${https}`, "a.test www.a.test", on(pair("two"))),
    changed: BOTH_NEW,
  },
  {
    title: "a pair that the whole server has",
    text: ({ https, pair }) =>
      `Listen ${https}\n${pair("one")}` +
      host(`*:${https}`, "b.test", on("")) +
      host(`*:${https}`, "a.test www.a.test", on("")),
    changed: BOTH_NEW,
  },
  {
    title: "a snippet that a neighbour includes too",
    text: ({ https }) =>
      `Listen ${https}\n` +
      host(`*:${https}`, "b.test", "  Include tls.inc\n") +
      host(`*:${https}`, "a.test www.a.test", "  Include tls.inc\n"),
    files: ({ pair }) => ({ "tls.inc": on(pair("one")) }),
    changed: BOTH_NEW,
  },
  {
    title: "one of an RSA and an ECDSA pair",
    text: ({ https, pair }) =>
      `Listen ${https}\n${host(`*:${https}`, "a.test www.a.test", on(pair("other") + pair("one")))}`,
    wish: { name: "www.a.test" },
    changed: {
      ...ALL_NEW,
    },
  },
  {
    title: "two pairs that the whole server has",
    text: ({ https, pair }) =>
      `Listen ${https}\n${pair("other")}${pair("one")}` +
      host(`*:${https}`, "b.test", on("")) +
      host(`*:${https}`, "a.test www.a.test", on("")),
    changed: BOTH_NEW,
  },
  {
    title: "a chain in a file of its own",
    text: ({ https, pair, certificates }) =>
      `Listen ${https}\n` +
      host(`*:${https}`, "b.test", on(pair("one"))) +
      host(
        `*:${https}`,
        "a.test www.a.test",
        `${on(pair("two"))}  SSLCertificateChainFile ${certificates.two.certificate}\n`,
      ),
    changed: BOTH_NEW,
  },
  {
    title: "a wildcard alias",
    text: ({ https, pair }) =>
      `Listen ${https}\n` +
      host(`*:${https}`, "b.test", on(pair("one"))) +
      host(`*:${https}`, "w.test *.w.test", on(pair("two"))),
    wish: { name: "any.w.test", names: ["w.test", "*.w.test"] },
    changed: { "https any.w.test": "new" },
  },
  {
    title: "a site with only plain HTTP before neighbours with TLS",
    text: ({ http, https, pair }) =>
      `Listen ${https}\n${plainSites(http)}${host(`*:${https}`, "b.test", on(pair("one")))}`,
    changed: BOTH_NEW,
  },
  {
    title: "a site with only plain HTTP on an address that a more exact set serves",
    text: ({ http, https, pair }) =>
      `Listen ${https}\n${plainSites(http)}${host(`127.0.0.1:${https}`, "b.test", on(pair("one")))}`,
    changed: BOTH_NEW,
  },
  {
    title: "a site on a server that never served TLS, with redirect and HSTS",
    text: ({ http }) => plainSites(http),
    wish: { redirect: true, hsts: true },
    changed: {
      ...ALL_NEW,
      "http a.test": "301 https://a.test/",
      "http www.a.test": "301 https://www.a.test/",
    },
  },
  {
    title: "a site whose lines end in CR LF, under a condition, in an included file",
    text: ({ https }) => `Listen ${https}\nInclude sites/*.conf\n`,
    files: ({ http, https, pair }) => ({
      "sites/10-b.conf": host(`*:${https}`, "b.test", on(pair("one"))).replaceAll("\n", "\r\n"),
      "sites/20-a.conf": `<IfModule mod_ssl.c>\n${plainSites(http)}</IfModule>`.replaceAll("\n", "\r\n"),
    }),
    changed: BOTH_NEW,
  },
];

test.for(cases)("serves the new certificate and changes nothing else: $title", { timeout: 60_000 }, async (one) => {
  await using world = await makeWorld();
  for (const [path, text] of Object.entries(one.files?.(world) ?? {})) await world.folder.write(path, text);
  await configure(world, one.text(world));
  const seen = await carryOut(world, await planIn(world, one.wish));
  expect(differences(seen)).toEqual(one.changed);
});

test(
  "leaves out what cannot stand twice, and the redirect that would go in a circle",
  { timeout: 60_000 },
  async () => {
    await using world = await makeWorld();
    const inside = [
      '  CustomLog "|/bin/cat >/dev/null" common',
      '  LogFormat "%h" short',
      "  RewriteEngine On",
      "  RewriteCond %{HTTPS} off",
      "  RewriteRule ^/old https://%{HTTP_HOST}/new [R,L]",
      "  RewriteRule ^/kept /else",
      "  Redirect /gone https://elsewhere.test/",
      says("a").trimEnd(),
      "",
    ].join("\n");
    await configure(world, host(`*:${world.http}`, "a.test:99", inside));
    const planned = await planIn(world);
    await carryOut(world, planned);
    const written = await readFile(pathIn(world, "httpd.conf"), "utf8");
    const block = written.slice(written.lastIndexOf("<VirtualHost"));
    expect(block).not.toMatch(/CustomLog|LogFormat|RewriteCond|old|:99/);
    expect(block).toMatch(/RewriteRule \^\/kept[^]*Redirect \/gone[^]*SSLEngine on/);
    expect(planned.kind === "planned" && planned.notes.filter(({ kind }) => kind === "left-out")).toHaveLength(3);
  },
);

test("the redirect keeps path and query, and leaves the files of validations alone", { timeout: 60_000 }, async () => {
  await using world = await makeWorld();
  await configure(world, plainSites(world.http));
  await carryOut(world, await planIn(world, { redirect: true }));
  await using _running = await startApache(world.folder, world.http);
  const asked = (path: string) => askSite({ address: "127.0.0.1", port: world.http, name: "a.test", path });
  expect(await asked("/p%20q/?x=1&y")).toMatchObject({ status: 301, location: "https://a.test/p%20q/?x=1&y" });
  expect(await asked("/.well-known/acme-challenge/t")).toMatchObject({ status: 404, body: "a" });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { dumpOf, makeFolder, preamble, sourceOf, startApache } from "./apache-server.ts";
import { askSite, servedCertificate } from "./ask-site.ts";
import { freePort } from "../../free-port.ts";
import { readApache, whichVirtualHost } from "./subject.ts";
import { makeCertificate } from "./test-certificate.ts";

const ADDRESSES = ["127.0.0.1", "127.0.0.2", "127.0.0.3", "::1"];
const NAMES = ["a.test", "www.a.test", "b.test", "x1.test", "deep.www.a.test", "nobody.test"];

type DrawnHost = {
  readonly at: readonly string[];
  readonly name: string | undefined;
  readonly aliases: readonly string[];
};

const place = fc.constantFrom(
  "*:P",
  "_default_:P",
  "127.0.0.1:P",
  "127.0.0.2:P",
  "127.0.0.2:*",
  "[::1]:P",
  "*:*",
  "[::]:P",
);
const name = fc.constantFrom("a.test", "A.Test", "www.a.test", "b.test", "https://b.test:99");
const alias = fc.constantFrom("a.test", "*.a.test", "WWW.A.TEST", "x?.test", "*.test", "b.test", "other.test");
const drawnHost: fc.Arbitrary<DrawnHost> = fc.record({
  at: fc.uniqueArray(place, { minLength: 1, maxLength: 3 }),
  name: fc.option(name, { nil: undefined, freq: 5 }),
  aliases: fc.array(alias, { maxLength: 2 }),
});

const hostText = ({ at, name, aliases }: DrawnHost, index: number, inside: string): string =>
  `<VirtualHost ${at.join(" ")}>\n${name === undefined ? "" : `  ServerName ${name}\n`}` +
  (aliases.length === 0 ? "" : `  ServerAlias ${aliases.join(" ")}\n`) +
  `  ErrorDocument 404 "host-${index}"\n${inside}</VirtualHost>\n`;

const questions = (port: number) =>
  ADDRESSES.flatMap((address) => [...NAMES, undefined].map((name) => ({ address, port, name })));

const orderText = (hosts: readonly DrawnHost[], port: number, inside: (index: number) => string): string =>
  hosts.map((host, index) => hostText(host, index, inside(index)).replaceAll(":P", `:${port}`)).join("");

const answersAsWeSay = async (drawn: readonly DrawnHost[]): Promise<void> => {
  await using folder = await makeFolder();
  const port = await freePort("0.0.0.0");
  const head = `${preamble(folder.root)}Listen ${port}\nErrorDocument 404 "host-main"\n`;
  await folder.write("httpd.conf", head + orderText(drawn, port, () => ""));
  const read = readApache(await sourceOf(folder), await dumpOf(folder));
  if (read.kind !== "read") throw new Error(read.sentence);
  await using _running = await startApache(folder, port);
  for (const question of questions(port)) {
    const ours = whichVirtualHost(read.sets, question);
    const index = ours.kind === "served" ? read.view.hosts.indexOf(ours.host) : "main";
    const host = question.address.includes(":") ? `[${question.address}]` : question.address;
    const { body } = await askSite({ ...question, name: question.name ?? host });
    expect([question, body]).toEqual([question, `host-${index}`]);
  }
};

test("over HTTP the host that we name answers, whatever the configuration", { timeout: 120_000 }, async () => {
  const hosts = fc.array(drawnHost, { minLength: 1, maxLength: 8 });
  await fc.assert(fc.asyncProperty(hosts, answersAsWeSay), { numRuns: 15, endOnFailure: true });
});

test("over TLS the certificate of the host that we name is served", { timeout: 120_000 }, async () => {
  await using folder = await makeFolder();
  const made = await Promise.all(
    [0, 1, 2, 3, 4, 5].map((index) => makeCertificate(folder.root, { title: `host-${index}`, names: NAMES })),
  );
  const trusted = made.map(({ pem }) => pem);
  const tls = (index: number): string =>
    `  SSLEngine on\n  SSLCertificateFile ${made[index]?.certificate}\n  SSLCertificateKeyFile ${made[index]?.key}\n`;
  const drawnSite = drawnHost.map((host) => ({ ...host, name: host.name ?? "c.test" }));
  const asked = async (drawn: readonly DrawnHost[]): Promise<void> => {
    const port = await freePort("0.0.0.0");
    const head = `${preamble(folder.root, "ssl", "socache_shmcb")}Listen ${port}\n`;
    await folder.write("httpd.conf", head + orderText(drawn, port, tls));
    const read = readApache(await sourceOf(folder), await dumpOf(folder));
    if (read.kind !== "read") throw new Error(read.sentence);
    await using _running = await startApache(folder, port);
    for (const question of questions(port)) {
      const ours = whichVirtualHost(read.sets, question);
      if (ours.kind !== "served" || ours.by === "address") continue;
      const served = await servedCertificate(question, trusted);
      expect([question, served]).toEqual([question, `host-${read.view.hosts.indexOf(ours.host)}`]);
    }
  };
  const hosts = fc.array(drawnSite, { minLength: 1, maxLength: 6 });
  await fc.assert(fc.asyncProperty(hosts, asked), { numRuns: 6, endOnFailure: true });
});

import { writeFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type ApacheFolder, ask, dumpOf, makeFolder, preamble, sourceOf, startApache } from "./apache-server.ts";
import { askSite, servedCertificate } from "./ask-site.ts";
import { freePort } from "../../free-port.ts";
import { type ApacheReading, planCertificate, readApache, whichVirtualHost } from "./subject.ts";
import { makeCertificate } from "./test-certificate.ts";

const SITES = [0, 1, 2, 3];
const ADDRESSES = ["127.0.0.1", "127.0.0.2", "::1"];
const NAMES = SITES.flatMap((site) => [`s${site}.test`, `www.s${site}.test`]);
const TLS_MODULES = ["ssl", "socache_shmcb"];

type DrawnSite = {
  readonly plainAt: string;
  readonly tlsAt: string | undefined;
  readonly pair: "own" | "snippet" | "inherited";
  readonly file: string;
};

const at = fc.constantFrom("*", "127.0.0.1", "127.0.0.2", "[::1]", "127.0.0.1 127.0.0.2", "[::]", "127.0.0.1 [::1]");
const drawnSite: fc.Arbitrary<DrawnSite> = fc.record({
  plainAt: at,
  tlsAt: fc.option(at, { nil: undefined, freq: 2 }),
  pair: fc.constantFrom("own", "own", "snippet", "inherited"),
  file: fc.constantFrom("httpd.conf", "sites/a.conf", "sites/b.conf"),
});

type Ports = { readonly http: number; readonly https: number };

const block = (addresses: string, port: number, site: number, inside: string): string =>
  `<VirtualHost ${addresses.replaceAll(/\S+/g, (address) => `${address}:${port}`)}>\n\tServerName s${site}.test\n` +
  `\tServerAlias www.s${site}.test\n\tErrorDocument 404 "s${site}"\n${inside}</VirtualHost>\n`;

const pairText = (title: string): string =>
  `SSLCertificateFile tls/${title}.crt\nSSLCertificateKeyFile tls/${title}.key\n`;

const tlsText = ({ pair }: DrawnSite, site: number): string => {
  if (pair === "inherited") return "\tSSLEngine on\n";
  return `\tSSLEngine on\n${pair === "own" ? pairText(`s${site}`) : "\tInclude pair.snippet\n"}`;
};

const siteText = (drawn: DrawnSite, site: number, { http, https }: Ports): string =>
  block(drawn.plainAt, http, site, "") +
  (drawn.tlsAt === undefined ? "" : block(drawn.tlsAt, https, site, tlsText(drawn, site)));

const filesOf = (drawn: readonly DrawnSite[], ports: Ports): Readonly<Record<string, string>> => {
  const textOf = (file: string): string =>
    drawn.map((site, index) => (site.file === file ? siteText(site, index, ports) : "")).join("");
  return {
    "httpd.conf": textOf("httpd.conf"),
    "sites/a.conf": textOf("sites/a.conf"),
    "sites/b.conf": textOf("sites/b.conf"),
    "pair.snippet": pairText("s1"),
  };
};

const QUESTIONS = ADDRESSES.flatMap((address) => [...NAMES, undefined].map((name) => ({ address, name })));

type Question = (typeof QUESTIONS)[number];

const keyOf = (scheme: string, { address, name }: Question): string => `${scheme} ${address} ${name}`;

/** Which certificate and which content is served for every question. */
const look = async ({ http, https }: Ports, trusted: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const seen = new Map<string, string>();
  for (const question of QUESTIONS) {
    const { address, name } = question;
    const secure = await servedCertificate({ address, port: https, name }, trusted).catch(() => "none");
    seen.set(keyOf("https", question), secure);
    const host = name ?? (address.includes(":") ? `[${address}]` : address);
    seen.set(keyOf("http", question), (await askSite({ address, port: http, name: host })).body);
  }
  return seen;
};

type Server = { readonly drawn: readonly DrawnSite[]; readonly ports: Ports; readonly tlsRoot: string };

const layOut = async (folder: ApacheFolder, { drawn, ports, tlsRoot }: Server, hasListen: boolean): Promise<void> => {
  const files = filesOf(drawn, ports);
  const isSecure = hasListen || drawn.some(({ tlsAt }) => tlsAt !== undefined);
  const listens = `Listen ${ports.http}\n${isSecure ? `Listen ${ports.https}\n` : ""}`;
  const head = `${preamble(folder.root, ...TLS_MODULES)}${listens}${pairText("s2")}`;
  const main = `${head}${files["httpd.conf"]}Include sites/*.conf\n`;
  for (const [path, text] of Object.entries({ ...files, "httpd.conf": main }))
    await folder.write(path, text.replaceAll("tls/", `${tlsRoot}/`));
};

/** The questions to which our site, or nobody at all, was the answer before. */
const ours = ({ sets }: ApacheReading, { https }: Ports): ReadonlySet<string> => {
  const isOurs = ({ address, name }: Question): boolean => {
    const served = whichVirtualHost(sets, { address, port: https, name });
    return served.kind === "main-server" || served.host.serverName === "s0.test" || name?.endsWith("s0.test") === true;
  };
  return new Set(QUESTIONS.filter(isOurs).map((question) => keyOf("https", question)));
};

const planFor = (reading: ApacheReading, { ports, tlsRoot }: Server) =>
  planCertificate({
    reading,
    name: "s0.test",
    addresses: ["127.0.0.1"],
    certificatePath: `${tlsRoot}/new.crt`,
    keyPath: `${tlsRoot}/new.key`,
    keyFamily: "ecdsa",
    names: ["s0.test", "www.s0.test"],
    distribution: "debian",
    ports,
  });

/** Carries a plan out where there is one, and says whether there was. */
const carriedOut = async (server: Server, hasListen: boolean, trusted: readonly string[]): Promise<boolean> => {
  await using folder = await makeFolder();
  await layOut(folder, server, hasListen);
  const read = readApache(await sourceOf(folder), await dumpOf(folder));
  if (read.kind === "refused") throw new Error(read.sentence);
  const plan = planFor(read, server);
  if (plan.kind !== "planned") return false;
  await using running = await startApache(folder, server.ports.http);
  const before = await look(server.ports, trusted);
  for (const { path, after } of plan.changes) await writeFile(path, after);
  await ask(folder, "-t");
  await running.reload();
  const after = await look(server.ports, trusted);
  expect(after.get("https 127.0.0.1 s0.test")).toBe("new");
  const mayNotice = ours(read, server.ports);
  expect([...after].filter(([key, seen]) => before.get(key) !== seen && !mayNotice.has(key))).toEqual([]);
  return true;
};

test("on random servers a plan does what it says, and no other site notices", { timeout: 180_000 }, async () => {
  await using tls = await makeFolder();
  const titles = [...SITES.map((site) => `s${site}`), "new"];
  const made = await Promise.all(titles.map((title) => makeCertificate(tls.root, { title, names: NAMES })));
  const trusted = made.map(({ pem }) => pem);
  const sites = fc.tuple(drawnSite, drawnSite, drawnSite, drawnSite);
  let plans = 0;
  const oneServer = async (drawn: readonly DrawnSite[], hasListen: boolean): Promise<void> => {
    const ports = { http: await freePort("0.0.0.0"), https: await freePort() };
    if (await carriedOut({ drawn, ports, tlsRoot: tls.root }, hasListen, trusted)) plans += 1;
  };
  await fc.assert(fc.asyncProperty(sites, fc.boolean(), oneServer), { numRuns: 10, endOnFailure: true });
  expect(plans).toBeGreaterThan(0);
});

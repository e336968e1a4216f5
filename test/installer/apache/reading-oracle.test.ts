import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { APACHE, ask, dumpOf, makeFolder, preamble, sourceOf } from "./apache-server.ts";
import { allFixtures, fixtureTree, installedFiles } from "./fixture-tree.ts";
import {
  parseApache,
  parseEnvironmentFile,
  parseModules,
  parseRunConfig,
  parseVhostDump,
  printApache,
  readApache,
  startDefines,
} from "./subject.ts";
import { makeCertificate } from "./test-certificate.ts";

const MODULES = [
  "ssl",
  "socache_shmcb",
  "alias",
  "rewrite",
  "macro",
  "proxy",
  "proxy_http",
  "authz_host",
  "mime",
  "dir",
];
const INSTALLED = "/etc/apache2";
const NO_SUCH_MODULES = ["setenvif", "auth_basic", "authn_core"];

const expectSame = (path: string, bytes: Buffer): void => {
  const parsed = parseApache(bytes);
  if (parsed.kind === "malformed") throw new Error(`${path}: ${parsed.problem.sentence}`);
  expect([path, printApache(bytes, parsed.items).equals(bytes)]).toEqual([path, true]);
};

test("every file of the trees is printed as it was parsed", () => {
  const files = [...allFixtures()].filter(([path]) => !path.includes("form-feed"));
  expect(files.length).toBeGreaterThan(20);
  for (const [path, bytes] of files) expectSame(path, bytes);
});

test("every file that Debian installs is printed as it was parsed", () => {
  const files = [...installedFiles(INSTALLED)].filter(([path]) => /\.(?:conf|load)$/.test(path));
  expect(files.length).toBeGreaterThan(100);
  for (const [path, bytes] of files) expectSame(path, bytes);
});

test.for(["debian-sites", "rhel-ssl", "multi-tenant", "odd-bytes"])("%s reads as the server reads it", async (name) => {
  await using folder = await makeFolder();
  for (const [path, bytes] of fixtureTree(name)) await folder.write(path, bytes);
  await folder.write("html/index.html", "hello");
  await folder.write("tls/nothing", "");
  await makeCertificate(join(folder.root, "tls"), { title: "site", names: ["site.example"] });
  const head = preamble(folder.root, ...MODULES, ...NO_SUCH_MODULES);
  const body = fixtureTree(name).get("httpd.conf") ?? Buffer.alloc(0);
  await folder.write("httpd.conf", Buffer.concat([Buffer.from(head), body]));
  const dump = await dumpOf(folder);
  const read = readApache(await sourceOf(folder), dump);
  expect(read.kind === "refused" ? read.sentence : read.kind).toBe("read");
  expect(parseVhostDump(dump).length).toBeGreaterThan(0);
});

const host = (name: string): string => `<VirtualHost *:80>\nServerName ${name}\n</VirtualHost>\n`;

test("a difference between our files and the server's is refused, and named", async () => {
  await using folder = await makeFolder();
  await folder.write("httpd.conf", `${preamble(folder.root)}Listen 80\n${host("a.test")}Include more.conf\n`);
  await folder.write("more.conf", host("b.test"));
  const dump = await dumpOf(folder);
  const source = await sourceOf(folder);
  const sentenceWith = (text: string): string => {
    const files = new Map([...source.files, [join(folder.root, "more.conf"), Buffer.from(text)]]);
    const read = readApache({ ...source, files }, dump);
    return read.kind === "refused" ? read.sentence : read.kind;
  };
  expect(sentenceWith(host("b.test"))).toBe("read");
  expect(sentenceWith(host("c.test"))).toContain("more.conf:1 is c.test to us and b.test to the server");
  expect(sentenceWith("")).toContain("the server has a virtual host at");
  expect(sentenceWith(`\n${host("b.test")}`)).toContain("more.conf:1, which we did not find");
  expect(sentenceWith(host("b.test") + host("d.test"))).toContain("more.conf:4, which the server does not have");
  expect(sentenceWith(host("b.test").replace("80", "81"))).toContain("on *:80 we see");
});

test("Debian's own configuration reads as the server reads it, with the variables of its envvars", async () => {
  const environment = parseEnvironmentFile(readFileSync(`${INSTALLED}/envvars`, "utf8"));
  const say = (...args: readonly string[]): string =>
    execFileSync(APACHE, args, {
      env: Object.fromEntries(environment),
      stdio: ["ignore", "pipe", "ignore"],
    }).toString();
  const files = installedFiles(INSTALLED);
  const dump = say("-t", "-D", "DUMP_VHOSTS", "-D", "DUMP_INCLUDES", "-D", "DUMP_RUN_CFG");
  const run = parseRunConfig(dump);
  const source = {
    files,
    links: new Map<string, string>(),
    configFile: `${INSTALLED}/apache2.conf`,
    serverRoot: INSTALLED,
    version: [2, 4, 0] as const,
    modules: parseModules(say("-M")),
    defines: startDefines(run.defines, files),
    environment,
  };
  expect(readApache(source, dump).kind).toBe("read");
  expect(run).toMatchObject({ serverRoot: INSTALLED, user: "www-data" });
});

const site = (index: number): string =>
  `<VirtualHost *:80>\n  ServerName s${index}.example\n  ServerAlias www.s${index}.example *.s${index}.example\n` +
  `  DocumentRoot html\n  <Directory html>\n    Require all granted\n  </Directory>\n</VirtualHost>\n`;

test("2,000 generated sites read as the server reads them", { timeout: 60_000 }, async () => {
  await using folder = await makeFolder();
  await folder.write("html/index.html", "hello");
  await folder.write("httpd.conf", `${preamble(folder.root)}Listen 80\nInclude sites/*.conf\n`);
  for (let file = 0; file < 20; file += 1)
    await folder.write(`sites/${file}.conf`, Array.from({ length: 100 }, (_, at) => site(file * 100 + at)).join(""));
  const dump = await dumpOf(folder);
  const read = readApache(await sourceOf(folder), dump);
  expect(read.kind === "read" ? read.view.hosts.length : read.sentence).toBe(2_000);
  expect(await ask(folder, "-t", "-D", "DUMP_MODULES")).toContain("core_module");
});

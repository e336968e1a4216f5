import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildPlugins } from "@hostseal/bundles";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openScratchWebmin, type ScratchWebmin } from "./scratch-webmin.ts";

const run = promisify(execFile);
const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));
const WRITTEN = ["etc", "var"];

let folder: string;
let unpacked: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hostseal-bundle-"));
  const archives = await buildPlugins(REPOSITORY, folder);
  const archive = archives.find(({ file }) => file.endsWith(".wbm.gz"));
  await run("tar", ["xzf", join(folder, archive?.file ?? ""), "-C", folder]);
  unpacked = join(folder, "hostseal");
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const open = async (): Promise<ScratchWebmin> => {
  const webmin = await openScratchWebmin(unpacked);
  onTestFinished(async () => webmin.close());
  return webmin;
};

const everything = async ({ root }: ScratchWebmin): Promise<readonly string[]> => {
  const lists = WRITTEN.map(async (part) => {
    const entries = await readdir(join(root, part), { recursive: true });
    return entries.map((entry) => join(part, entry));
  });
  return (await Promise.all(lists)).flat().toSorted();
};
const call = async (webmin: ScratchWebmin, file: string, name: string) =>
  webmin.perl(`require "${webmin.root}/webmin/hostseal/${file}.pl"; ${name}(); print "done"`);

test("the archive holds one module, with its version", async () => {
  const { version } = JSON.parse(await readFile(join(REPOSITORY, "package.json"), "utf8"));
  expect(await readFile(join(unpacked, "module.info"), "utf8")).toContain(`version=${version}\n`);
  expect(await readdir(unpacked)).not.toContain("bundle.json");
});

test("only what Webmin is to run can be run", async () => {
  const files = (await readdir(unpacked)).filter((file) => /\.(?:pl|cgi)$/.test(file));
  const runnable: string[] = [];
  for (const file of files) if ((await stat(join(unpacked, file))).mode & 0o111) runnable.push(file);
  expect(runnable.toSorted()).toEqual([
    "hostseal-about.pl",
    "hostseal-file.pl",
    "hostseal-keep.pl",
    "hostseal-key.pl",
    "hostseal-look.pl",
    "hostseal-restore.pl",
    "hostseal-settle.pl",
    "index.cgi",
  ]);
});

test("Perl reads every file without a warning", async () => {
  for (const file of (await readdir(unpacked)).filter((file) => /\.(?:pl|cgi)$/.test(file))) {
    const { stderr } = await run("perl", ["-c", join(unpacked, file)]);
    expect(stderr).toBe(`${join(unpacked, file)} syntax OK\n`);
  }
});

const textsIn = async (lang: string) =>
  (await readFile(join(unpacked, "lang", lang), "utf8")).split("\n").map((line) => line.split("=")[0]);

test("every text is there in both languages", async () => {
  expect(await textsIn("de")).toEqual(await textsIn("en"));
});

test("administrators may change its configuration, and owners who are given the module may not", async () => {
  expect(await readFile(join(unpacked, "defaultacl"), "utf8")).toBe("noconfig=0\n");
  const webmin = await open();
  const feature = `require "${webmin.root}/webmin/hostseal/virtual_feature.pl";`;
  const { output } = await webmin.perl(
    `${feature} print JSON::PP->new->encode([feature_webmin({}, [{ "hostseal" => 1 }])])`,
  );
  expect(output).toBe('[["hostseal",{"noconfig":1}]]');
});

test("it is installed, updated and removed again, and nothing of it stays", async () => {
  const webmin = await open();
  const before = await everything(webmin);
  for (let time = 0; time < 2; time += 1)
    expect(await call(webmin, "postinstall", "module_install")).toMatchObject({ output: "done" });
  expect((await stat(join(webmin.root, "etc/hostseal/sign-on.key"))).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await keyOfServer(webmin), "base64url")).toHaveLength(32);
  const plugins = async () => readFile(join(webmin.root, "etc/virtual-server/config"), "utf8");
  expect(await plugins()).toBe("plugins=virtualmin-awstats hostseal\n");
  expect(await everything(webmin)).toContain("etc/webmincron/hostseal-deliver_waiting_events.cron");

  expect(await call(webmin, "uninstall", "module_uninstall")).toMatchObject({ output: "done" });
  const left = (await everything(webmin)).filter((path) => path !== "etc/webmincron");
  expect(left).toEqual(before.filter((path) => path !== "etc/hostseal"));
  expect(await plugins()).toBe("plugins=virtualmin-awstats\n");
});

const keyOfServer = async ({ root }: ScratchWebmin) => readFile(join(root, "etc/hostseal/sign-on.key"), "utf8");

test("an update leaves the key as it is", async () => {
  const webmin = await open();
  await call(webmin, "postinstall", "module_install");
  const first = await keyOfServer(webmin);
  await call(webmin, "postinstall", "module_install");
  expect(await keyOfServer(webmin)).toBe(first);
});

import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { buildPlugins } from "./build-plugins.ts";

const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), "hostseal-bundles-"));
  onTestFinished(async () => rm(made, { recursive: true }));
  return made;
};

const write = async (root: string, files: Readonly<Record<string, string>>): Promise<string> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
};

const PLAN = { name: "hostseal-sample", format: "tar.gz", root: "hostseal", modes: { "install.sh": "0755" } };
const sample = (plan: object = {}) => ({
  "package.json": '{"version":"1.2.3"}',
  "plugins/sample/panel/bundle.json": JSON.stringify({ ...PLAN, ...plan }),
  "plugins/sample/panel/install.sh": "#!/bin/sh\necho @VERSION@\n",
  "plugins/sample/panel/lib/page.php": "<?php\n",
  "plugins/sample/panel/tests/page.php": "<?php never packed\n",
  "plugins/unbundled/src/index.ts": "",
});

const run = (command: string, ...words: readonly string[]): string =>
  execFileSync(command, words, { encoding: "utf8" });

test("packs what a panel's folder holds, for root, with its modes and its version", async () => {
  const root = await write(await folder(), sample());
  const [archive] = await buildPlugins(root, join(root, "dist"));
  const file = join(root, "dist", "hostseal-sample-1.2.3.tar.gz");
  expect(archive?.file).toBe("hostseal-sample-1.2.3.tar.gz");
  const listed = run("tar", "tzvf", file).trim().split("\n");
  expect(listed.map((line) => line.split(/\s+/))).toMatchObject([
    ["-rwxr-xr-x", "root/root", expect.anything(), "1970-01-01", expect.anything(), "hostseal/install.sh"],
    ["-rw-r--r--", "root/root", expect.anything(), "1970-01-01", expect.anything(), "hostseal/lib/page.php"],
  ]);
  expect(run("tar", "xzOf", file, "hostseal/install.sh")).toBe("#!/bin/sh\necho 1.2.3\n");
  expect(run("sh", "-c", 'cd "$0" && sha256sum --check SHA256SUMS', join(root, "dist"))).toContain(": OK");
});

test("packs a ZIP that unpacks with its modes", async () => {
  const root = await write(await folder(), sample({ format: "zip", root: undefined }));
  await buildPlugins(root, join(root, "dist"));
  const into = await folder();
  run("7zz", "x", `-o${into}`, join(root, "dist", "hostseal-sample-1.2.3.zip"));
  expect(await readFile(join(into, "install.sh"), "utf8")).toBe("#!/bin/sh\necho 1.2.3\n");
  expect(run("stat", "-c", "%a", join(into, "install.sh"), join(into, "lib/page.php"))).toBe("755\n644\n");
});

test.each(["tar.gz", "wbm.gz", "zip"])("packs the same bytes into a %s, whenever and wherever", async (format) => {
  const [here, there] = [
    await write(await folder(), sample({ format })),
    await write(await folder(), sample({ format })),
  ];
  await utimes(join(there, "plugins/sample/panel/install.sh"), 1, 1);
  const [one] = await buildPlugins(here, join(here, "dist"));
  const [other] = await buildPlugins(there, join(there, "dist"));
  expect(one?.sha256).toBe(other?.sha256);
});

test.each([
  [{ modes: { "gone.sh": "0755" } }, /gives a mode to gone\.sh/],
  [{ format: "rar" }, /bundle\.json/],
  [{ root: "../elsewhere" }, /bundle\.json/],
])("refuses the plan %o", async (plan, because) => {
  const root = await write(await folder(), sample(plan));
  await expect(buildPlugins(root, join(root, "dist"))).rejects.toThrow(because);
});

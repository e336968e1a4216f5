import { execFile } from "node:child_process";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { openScratchServer, packPlugin } from "./scratch-server.ts";

const run = promisify(execFile);

const open = async () => {
  const server = await openScratchServer();
  onTestFinished(async () => server.close());
  return server;
};

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

it("is packed to the same bytes twice, with its version in it", async () => {
  const server = await open();
  const [first, second] = [await packPlugin(server.root), await packPlugin(server.root)];
  expect(first.sha256).toBe(second.sha256);
  expect(await readFile(join(server.plugin, "plugin.conf"), "utf8")).toMatch(/^version=1\.2\.3$/m);
});

it("has the parts that the panel looks for", async () => {
  const server = await open();
  const { plugin } = server;
  await server.run("scripts/install.sh");
  const config = await readFile(join(plugin, "plugin.conf"), "utf8");
  for (const line of ["id=hostseal", "active=yes", "installed=yes"]) expect(config.split("\n")).toContain(line);
  for (const level of ["user", "reseller", "admin"]) {
    const [menu] = JSON.parse(await readFile(join(plugin, `menus/${level}.json`), "utf8"));
    expect(menu.entries[0].href).toMatch(/^\/CMD_PLUGINS(_RESELLER|_ADMIN)?\/hostseal$/);
    expect(config).toContain(`menu_${level}=menus/${level}.json`);
    expect(await readFile(join(plugin, `images/${level}_icon.svg`), "utf8")).toMatch(/^<svg xmlns=/);
    expect(await readFile(join(plugin, `hooks/${level}_txt.html`), "utf8")).toContain(`href="${menu.entries[0].href}"`);
    expect(await modeOf(join(plugin, level, "index.html"))).toBe("755");
  }
});

it("holds Perl and shell without a flaw that their own checks find", async () => {
  const { plugin } = await open();
  const entries = await readdir(plugin, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  for (const file of files) {
    const [line = ""] = (await readFile(file, "utf8")).split("\n", 1);
    if (extname(file) === ".pm" || line === "#!/usr/bin/perl") {
      const paths = ["-I", join(plugin, "service"), "-I", join(plugin, "pages")];
      const { stderr } = await run("perl", [...paths, "-wc", file]);
      expect(stderr).toBe(`${file} syntax OK\n`);
    }
    if (line === "#!/bin/sh") await run("sh", ["-n", file]);
  }
});

it("installs itself so that nobody but root can read what is secret", async () => {
  const server = await open();
  expect(await server.run("scripts/install.sh")).toContain("/etc/hostseal/server.key");
  const key = join(server.root, "etc/hostseal/server.key");
  expect(await readFile(key, "utf8")).toMatch(/^[\w-]{43}$/);
  for (const [path, mode] of [
    ["etc/hostseal", "700"],
    ["etc/hostseal/server.key", "600"],
    ["etc/hostseal/directadmin.conf", "600"],
    ["var/spool/hostseal", "700"],
    ["usr/local/lib/hostseal/hostseal-signer", "755"],
    ["usr/local/lib/hostseal/Hostseal/Signer.pm", "644"],
    ["etc/systemd/system/hostseal-signer@.service", "644"],
  ] as const) {
    expect([path, await modeOf(join(server.root, path))]).toEqual([path, mode]);
  }
});

it("keeps key and settings when it is updated", async () => {
  const server = await open();
  await server.run("scripts/install.sh");
  const files = ["server.key", "directadmin.conf"].map((name) => join(server.root, "etc/hostseal", name));
  await writeFile(files[1] ?? "", "app_url=https://ssl.partner.example\n");
  const before = await Promise.all(files.map(async (file) => readFile(file, "utf8")));
  await server.run("scripts/update.sh");
  expect(await Promise.all(files.map(async (file) => readFile(file, "utf8")))).toEqual(before);
});

it("leaves nothing behind when it is uninstalled", async () => {
  const server = await open();
  await server.run("scripts/install.sh");
  await server.run("hooks/user_suspend_post.sh", { username: "alice" });
  await server.run("scripts/uninstall.sh");
  await rm(server.plugin, { recursive: true });
  expect((await server.paths()).filter((path) => /hostseal/i.test(path))).toEqual([]);
});

it("says which package is missing, and installs nothing without it", async () => {
  const server = await open();
  const attempt = server.run("scripts/install.sh", { PERL5OPT: "-Mno::such::module" });
  await expect(attempt).rejects.toMatchObject({ stdout: expect.stringContaining("perl-core") });
  expect((await server.paths()).filter((path) => path.startsWith("etc"))).toEqual([]);
});

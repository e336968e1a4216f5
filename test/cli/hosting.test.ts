import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { manifest } from "../installer/host/stage.ts";
import { served, visit } from "../installer/host/visit.ts";
import type { Ended } from "./hostseal.ts";
import { ended, hostseal, startHostseal } from "./hostseal.ts";
import { openWebHost } from "./web-host.ts";
import type { WebHost } from "./web-host.ts";

const PATIENCE = 60_000;
const BARE = "bare.example.com";
const SECURED = "secured.example.com";

describe("a server over SSH, from the terminal", { timeout: PATIENCE }, () => {
  let host: WebHost;
  const circumstances = () => ({ home: host.home, variables: { HOME: host.home } });
  const run = (...args: readonly string[]): Promise<Ended> => hostseal(args, circumstances());
  const file = (name: string): string => join(host.home, name);
  const own = (name: string, files: string): readonly string[] => [
    "--name",
    name,
    "--cert",
    file(`${files}.crt`),
    "--chain",
    file(`${files}.chain`),
    "--key",
    file(`${files}.key`),
  ];
  const bring = async (name: string, files: string) =>
    host.bring(files, await host.authority.issue(name, Date.now() - 1_000));
  const etc = async () => manifest(join(host.nginx.root, "etc"));
  const plain = (text: string): string =>
    text
      .replaceAll(host.nginx.root, "{root}")
      .replaceAll(host.nginx.address, "{address}")
      .replaceAll(/-[0-9a-f]{16}\./g, "-{digest}.");

  beforeAll(async () => {
    host = await openWebHost();
    await bring(BARE, "bare");
    await bring(SECURED, "secured");
  });
  afterAll(async () => {
    await host.close();
  });

  test("is listed, and tells what it is", async () => {
    expect((await run("hosts", "list")).stdout).toContain(`web1  ssh     root@127.0.0.1:${host.sshd.port}`);
    const facts = await run("hosts", "facts", "web1", "--json");
    expect(JSON.parse(facts.stdout)).toMatchObject({
      host: "web1",
      server: expect.stringMatching(/^nginx \d/) as string,
      config: host.nginx.config,
      login: "root",
      sites: 2,
    });
  });

  test("shows its sites with their document roots and what is installed", async () => {
    const { exit, stdout } = await run("sites", "--host", "web1", "--json");
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { site: SECURED, documentRoot: `${host.nginx.root}/web/${SECURED}`, installed: expect.anything() as object },
      { site: BARE, names: [BARE] },
    ]);
  });

  test("is told every step of an installation, with the differences, and nothing is changed by that", async () => {
    const before = await etc();
    const { exit, stdout } = await run(
      "install",
      "--host",
      "web1",
      ...own(BARE, "bare"),
      "--dry-run",
      "--redirect",
      "--hsts",
    );
    expect(exit).toBe(0);
    await expect(plain(stdout)).toMatchFileSnapshot("dry-run.golden.txt");
    expect(await etc()).toEqual(before);
  });

  test("gets a certificate, proves it from outside, and gives it back to every byte", async () => {
    const before = await etc();
    const { exit, stdout, stderr } = await run("install", "--host", "web1", ...own(BARE, "bare"));
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toMatch(/✔ The server's own test .* passes\n.*✔ It has reloaded/);
    const [, sha256] = /Fingerprint +SHA-256 ([0-9a-f]{64})/.exec(stdout) ?? [];
    expect(stdout).toContain(`Seen at      ${host.nginx.address}:443`);
    expect(await served(host.nginx.address, BARE)).toBe(sha256);
    expect((await visit(host.nginx.address, BARE)).body).toBe("bare");
    const proof = await run("prove", "--host", "web1", "--name", BARE);
    expect(proof.exit).toBe(0);
    expect(proof.stdout).toMatch(/443 serves bare\.example\.com until .*, chain complete/);
    expect(proof.stdout).toMatch(/another certificate .* to a client that asks for no name/);
    const [, number = ""] = /hostseal rollback --host web1 --run (\S+)/.exec(stdout) ?? [];
    expect(await run("rollback", "--host", "web1", "--run", number)).toMatchObject({ exit: 0 });
    expect(await etc()).toEqual(before);
    expect(await run("prove", "--host", "web1", "--name", BARE)).toMatchObject({
      exit: 5,
      stdout: expect.stringContaining("web1 has no certificate for bare.example.com.") as string,
    });
  });

  test("puts everything back when the command is stopped at the gate, and says that nothing waits afterwards", async () => {
    const before = await etc();
    const child = startHostseal(["install", "--host", "web1", ...own(SECURED, "secured")], circumstances());
    const ending = ended(child);
    child.stdout?.on("data", (chunk: Buffer) => void (chunk.includes("It has reloaded") && child.kill("SIGKILL")));
    await ending;
    expect((await run("rollback", "--host", "web1")).exit).toBe(0);
    await expect.poll(etc, { timeout: 10_000 }).toEqual(before);
    expect(await run("rollback", "--host", "web1")).toMatchObject({
      exit: 0,
      stdout: "No installation waits on web1; nothing was changed.\n",
    });
  });

  test("is enrolled by its fingerprint, and the rest of the configuration stays as it was written", async () => {
    const path = file("hostseal.json");
    const before = (await readFile(path, "utf8")).replace(`"partner": "acme"`, `"partner"   : "acme"`);
    await writeFile(path, before);
    const address = `root@127.0.0.1:${host.sshd.port}`;
    const asked = await run("hosts", "add", "web2", address);
    expect(asked).toMatchObject({ exit: 2, stderr: expect.stringContaining(host.keys.host.fingerprint) as string });
    expect(await readFile(path, "utf8")).toBe(before);
    const { fingerprint } = host.keys.host;
    const more = ["--fingerprint", fingerprint, "--key", host.keys.ours.path, "--server-config", host.nginx.config];
    const added = await run("hosts", "add", "web2", address, ...more);
    expect(added).toMatchObject({ exit: 0, stderr: "" });
    const after = await readFile(path, "utf8");
    const [head = ""] = before.split('\n  },\n  "mailer"');
    expect(after.startsWith(head)).toBe(true);
    expect(after.endsWith(before.slice(head.length))).toBe(true);
    expect(await run("hosts", "facts", "web2")).toMatchObject({ exit: 0 });
    const other = `SHA256:${"A".repeat(43)}`;
    const changed = await run("hosts", "add", "web2", "--fingerprint", other);
    expect(changed.exit).toBe(1);
    expect(changed.stderr).toContain(`web2 shows the host key ${fingerprint}, and ${other} was expected`);
    expect(await readFile(path, "utf8")).toBe(after);
    await writeFile(path, before);
  });

  test("is offered a program for a login that is not root, and the line that allows it", async () => {
    const { exit, stdout, stderr } = await run("hosts", "program", "--user", "deploy");
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^#!\/bin\/sh\n/);
    expect(stderr).toContain('deploy ALL=(root) NOPASSWD: /usr/local/sbin/hostseal-host ""');
  });

  test("needs no configuration when known_hosts and a key of ssh know it", async () => {
    const [alone, ssh] = [join(host.nginx.root, "alone"), join(host.nginx.root, "person", ".ssh")];
    await mkdir(ssh, { recursive: true, mode: 0o700 });
    await copyFile(host.keys.ours.path, join(ssh, "id_ed25519"));
    await writeFile(join(ssh, "known_hosts"), `[127.0.0.1]:${host.sshd.port} ${host.keys.host.publicLine}\n`);
    const server = `root@127.0.0.1:${host.sshd.port}`;
    const variables = { HOME: join(host.nginx.root, "person") };
    const { exit, stdout, stderr } = await hostseal(["hosts", "facts", server, "--server-config", host.nginx.config], {
      home: alone,
      variables,
    });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toContain(host.nginx.config);
  });
});

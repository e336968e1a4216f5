import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { makeKey } from "./make-key.ts";
import { startSshd } from "./start-sshd.ts";

const PROGRAM = fileURLToPath(new URL("stay-connected.ts", import.meta.url));

test.each(["built-in", "system"])("the %s driver leaves no connection behind when we are killed", async (driver) => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-killed-"));
  onTestFinished(async () => rm(folder, { recursive: true }));
  const [hostKey, userKey] = [await makeKey(folder, "host", "ed25519"), await makeKey(folder, "user", "ed25519")];
  const sshd = await startSshd({ hostKeys: [hostKey], authorised: [userKey] });
  onTestFinished(async () => sshd.close());
  const knownHosts = join(folder, "known_hosts");
  await writeFile(knownHosts, `[127.0.0.1]:${sshd.port} ${hostKey.publicLine}\n`);
  const target = {
    host: "web1",
    address: "127.0.0.1",
    port: sshd.port,
    user: sshd.user,
    login: { kind: "key", path: userKey.path },
    hostKeys: { kind: "known-hosts", files: [knownHosts] },
    jumps: [],
  };
  const visitor = spawn(process.execPath, [PROGRAM, driver, JSON.stringify(target)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { TMPDIR: folder },
  });
  await once(visitor.stdout, "data");
  expect(sshd.log()).not.toMatch(/Close session|Disconnected from|Connection (?:closed|reset)/);
  visitor.kill("SIGKILL");
  for (let turn = 0; turn < 250 && !/Disconnected from|Connection (?:closed|reset)/.test(sshd.log()); turn += 1)
    await pause(20);
  expect(sshd.log()).toMatch(/Disconnected from|Connection (?:closed|reset)/);
});

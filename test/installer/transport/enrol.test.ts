import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isFailure } from "@hostseal/core";
import { createSsh2Transport, enrolHostKey, readHostKey } from "@hostseal/installer";
import { expect, onTestFinished, test } from "vitest";
import { makeKey } from "./make-key.ts";
import { startSshd } from "./start-sshd.ts";

const random = { bytes: (count: number) => randomBytes(count) };
const deps = { random, clock: { now: () => 0, until: async () => undefined } };

test("a server nobody knows is looked at, accepted, and known from then on", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-enrol-"));
  onTestFinished(async () => rm(folder, { recursive: true }));
  const [hostKey, userKey] = [await makeKey(folder, "host", "ed25519"), await makeKey(folder, "user", "ed25519")];
  const sshd = await startSshd({ hostKeys: [hostKey], authorised: [userKey], settings: ["LogLevel DEBUG1"] });
  onTestFinished(async () => sshd.close());
  const file = join(folder, "known_hosts");
  const target = {
    host: "web1",
    address: "127.0.0.1",
    port: sshd.port,
    user: sshd.user,
    login: { kind: "key", path: userKey.path },
    hostKeys: { kind: "known-hosts", files: [file] },
    jumps: [],
  } as const;
  const transport = createSsh2Transport(deps);

  await expect(transport.connect(target)).rejects.toSatisfy((thrown) => isFailure(thrown, "ssh.host-key-unknown"));
  const { key, type, fingerprint } = await readHostKey(target, deps);
  expect({ type, fingerprint }).toEqual({ type: "ssh-ed25519", fingerprint: hostKey.fingerprint });
  expect(sshd.log()).not.toContain("userauth-request");

  const place = { names: [target.address, target.host], port: target.port };
  expect(await enrolHostKey({ file, place, key, hashed: true }, random)).toBe("added");
  expect(await readFile(file, "utf8")).not.toContain("127.0.0.1");
  await using connection = await transport.connect(target);
  const shell = await connection.shell();
  await shell.write("exit 11\n");
  expect((await shell.over).code).toBe(11);
});

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/temporary-folder.ts";
import { readEnvironment } from "../environment.ts";
import { surroundedBy } from "../surroundings-of.ts";
import { createSystemClock } from "../system-clock.ts";
import { toSshTarget } from "./to-ssh-target.ts";

const CONFIG = `Host web
  HostName web1.example
  User deploy
  Port 2222
  ProxyJump ops@gate.example:2200
  ProxyCommand none
Host odd
  HostName odd.example
  ProxyCommand nc %h %p
`;

const OPENED = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n";
const SEALED = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n";

type Person = { readonly agent?: string; readonly keys?: Readonly<Record<string, string>> };

/** Somebody with an ssh configuration and keys of their own. */
const person = async ({ agent, keys = {} }: Person = {}) => {
  const folder = await temporaryFolder();
  const ssh = join(folder.path, ".ssh");
  await mkdir(ssh);
  await writeFile(join(ssh, "config"), CONFIG);
  for (const [name, text] of Object.entries(keys)) await writeFile(join(ssh, name), text);
  const notes: string[] = [];
  const environment = {
    ...readEnvironment(agent === undefined ? {} : { SSH_AUTH_SOCK: agent }),
    person: () => ({ user: "me", folder: folder.path }),
  };
  const place = { home: folder.path, environment, note: (line: string) => void notes.push(line) };
  return { folder, ssh, notes, around: surroundedBy(createSystemClock(), place) };
};

describe("where to log in to", () => {
  test("is taken from ssh_config where the entry says nothing, with its jump host", async () => {
    const { folder, ssh, around } = await person({ agent: "/run/agent" });
    await using _ = folder;
    expect(await toSshTarget("web1", { address: "web" }, around)).toMatchObject({
      host: "web1",
      address: "web1.example",
      port: 2222,
      user: "deploy",
      login: { kind: "agent", socket: "/run/agent" },
      hostKeys: {
        kind: "known-hosts",
        files: [join(folder.path, "known_hosts"), join(ssh, "known_hosts"), expect.any(String), expect.any(String)],
      },
      jumps: [{ address: "gate.example", port: 2200, user: "ops", jumps: [] }],
    });
  });

  test("is what the entry says", async () => {
    const { folder, around } = await person();
    await using _ = folder;
    const entry = { address: "web", port: 22, user: "root", jumps: [], login: { key: "my.key" }, hostKey: "SHA256:x" };
    expect(await toSshTarget("web1", entry, around)).toMatchObject({
      port: 22,
      user: "root",
      login: { kind: "key", path: join(folder.path, "my.key") },
      hostKeys: { kind: "fingerprint", sha256: "SHA256:x" },
      jumps: [],
    });
  });

  test("tells what of ssh_config cannot be followed", async () => {
    const { folder, notes, around } = await person();
    await using _ = folder;
    await toSshTarget("odd", { address: "odd" }, around);
    expect(notes.join("")).toContain("ProxyCommand nc %h %p");
  });

  test("is refused when a jump host is written in no known way", async () => {
    const { folder, around } = await person();
    await using _ = folder;
    await expect(toSshTarget("web1", { address: "a", jumps: ["a b"] }, around)).rejects.toMatchObject({
      code: "config.invalid",
      message: expect.stringContaining('the jump host "a b"'),
    });
  });
});

describe("the way to log in", () => {
  test.each([
    [
      "the agent before a usual key",
      { agent: "/run/agent", keys: { id_ed25519: OPENED } },
      { kind: "agent", socket: "/run/agent" },
    ],
    [
      "a usual key without an agent",
      { keys: { id_rsa: OPENED } },
      { kind: "key", path: expect.stringMatching(/id_rsa$/) as string },
    ],
    ["no key that needs a passphrase", { keys: { id_ed25519: SEALED } }, { kind: "agent", socket: "" }],
  ])("is %s", async (_case, who, login) => {
    const { folder, around } = await person(who);
    await using _ = folder;
    expect((await toSshTarget("web1", { address: "192.0.2.1" }, around)).login).toEqual(login);
  });
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Secret } from "@hostseal/pki";
import type { SshTarget } from "../transport.ts";
import { toSshConfig } from "./ssh-config-text.ts";

const base: SshTarget = {
  host: "web",
  address: "2001:db8::1",
  port: 2222,
  user: "the user",
  login: { kind: "key", path: "/keys/100% mine" },
  hostKeys: { kind: "known-hosts", files: [] },
  jumps: [],
};
const files = { knownHosts: "/f/known_hosts", keyJudge: "/f/judge", control: "/f/control" };

const configOf = (target: SshTarget, before: readonly SshTarget[] = []): string => {
  const hops = [...before, target].map((one, at) => ({ alias: `hop-${at}`, target: one }));
  return toSshConfig({ hops, files, signatures: undefined });
};

/** What ssh makes of it, one setting a line. */
const understood = (config: string, alias: string): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), "ssh-config-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "config"), config);
  const argv = ["-G", "-T", "-F", join(folder, "config"), alias];
  return execFileSync("/usr/bin/ssh", argv, { encoding: "utf8", env: {} }).split("\n");
};

test("ssh understands it as it is meant", () => {
  expect(understood(configOf(base, [{ ...base, port: 1 }]), "hop-1")).toEqual(
    expect.arrayContaining([
      "hostname 2001:db8::1",
      "port 2222",
      "user the user",
      "hostkeyalias hop-1",
      "proxyjump hop-0",
      "identitiesonly yes",
      "identityfile /keys/100%% mine",
      "stricthostkeychecking true",
      "batchmode yes",
      "forwardagent no",
      "globalknownhostsfile none",
      "controlpath /f/control",
    ]),
  );
});

test.each([
  ["an address", { address: 'a"\nProxyCommand evil' }],
  ["a user", { user: "a\nPort 1" }],
  ["a path", { login: { kind: "key", path: "/${HOME}/key" } }],
] as const)("refuses what cannot be written: %s", (_, wish) => {
  expect(() => configOf({ ...base, ...wish })).toThrow(TypeError);
});

test("no secret is in it", () => {
  const login = { kind: "key", path: "/key", passphrase: new Secret("orange-harbour") } as const;
  expect(configOf({ ...base, login })).not.toContain("orange-harbour");
});

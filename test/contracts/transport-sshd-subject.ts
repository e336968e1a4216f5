import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Clock, Random } from "@hostseal/core";
import type { Transport } from "@hostseal/installer";
import { Secret } from "@hostseal/pki";
import { makeKey } from "../installer/transport/make-key.ts";
import { startDroppingFront } from "../installer/transport/start-dropping-front.ts";
import { startSshAgent } from "../installer/transport/start-ssh-agent.ts";
import type { Sshd } from "../installer/transport/start-sshd.ts";
import { startSshd } from "../installer/transport/start-sshd.ts";
import type { TransportKeys, TransportSubject } from "./transport-check.ts";
import { knownLine } from "./transport-check.ts";

/** Keys that OpenSSH made, which many subjects may use. */
export type TransportKeyFolder = { readonly folder: string; readonly keys: TransportKeys; readonly passphrase: Secret };

export type Driver = {
  readonly can: TransportSubject["can"];
  readonly create: (deps: { readonly clock: Clock; readonly random: Random }) => Transport;
};

const clock: Clock = {
  now: () => Date.now(),
  until: async (instant, signal) => pause(Math.max(instant - Date.now(), 0), undefined, signal ? { signal } : {}),
};
const random: Random = { bytes: (count) => randomBytes(count) };

const HOST = "web1";

export const makeTransportKeys = async (): Promise<TransportKeyFolder> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-keys-"));
  const passphrase = randomBytes(9).toString("base64url");
  const threeFor = async (whom: string) => {
    const make = async (kind: "ed25519" | "ecdsa" | "rsa") => makeKey(folder, `${whom}-${kind}`, kind);
    const [ed25519, ecdsa, rsa] = await Promise.all([make("ed25519"), make("ecdsa"), make("rsa")]);
    return { ed25519, ecdsa, rsa };
  };
  const keys = {
    host: await threeFor("host"),
    user: await threeFor("user"),
    otherHost: await makeKey(folder, "other-host", "ed25519"),
    stranger: await makeKey(folder, "stranger", "ed25519"),
    sealed: await makeKey(folder, "sealed", "ed25519", passphrase),
  };
  return { folder, keys, passphrase: new Secret(passphrase) };
};

/** A driver before servers of OpenSSH; all of them end with `close`. */
export const openTransportSubject = async (
  { can, create }: Driver,
  { keys, passphrase }: TransportKeyFolder,
): Promise<TransportSubject & { close(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-transport-"));
  const running: { close(): Promise<void> }[] = [];
  const closing = <T extends { close(): Promise<void> }>(started: T): T => {
    running.push(started);
    return started;
  };
  const file = async (lines: readonly string[]): Promise<string> => {
    const path = join(folder, randomBytes(6).toString("hex"));
    await writeFile(path, lines.map((line) => `${line}\n`).join(""), { mode: 0o600 });
    return path;
  };
  const allHostKeys = (port: number) => Object.values(keys.host).map((key) => knownLine("127.0.0.1", port, key));

  return {
    transport: create({ clock, random }),
    can,
    keys,
    passphrase,
    file,
    serve: async (wish) =>
      closing(await startSshd({ hostKeys: Object.values(keys.host), authorised: Object.values(keys.user), ...wish })),
    dropBefore: async ({ port }, connections) => closing(await startDroppingFront(port, connections)),
    agent: async () => closing(await startSshAgent(folder, [keys.user.ed25519])).socket,
    target: async ({ port, user }: Sshd, wish = {}) => ({
      host: HOST,
      address: "127.0.0.1",
      port,
      user,
      login: { kind: "key", path: keys.user.ed25519.path },
      hostKeys: { kind: "known-hosts", files: [await file(allHostKeys(wish.port ?? port))] },
      jumps: [],
      ...wish,
    }),
    close: async () => {
      for (const started of running.toReversed()) await started.close();
      await rm(folder, { recursive: true });
    },
  };
};

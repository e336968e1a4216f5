import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { isFailure } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import type { AuthContext, Session } from "ssh2";
import ssh2 from "ssh2";
import { expect, onTestFinished, test } from "vitest";
import { enrolHostKey, hostKeyFingerprint, toHostKey } from "../host-keys/index.ts";
import { readHostKey } from "./enrol.ts";
import { createSsh2Transport } from "./ssh2-transport.ts";
import type { SshTarget } from "./transport.ts";

const PASSWORD = "orange-harbour";
const deps = {
  clock: { now: () => 0, until: async () => undefined },
  random: { bytes: (count: number) => randomBytes(count) },
};

type Behaviour = { readonly session?: (session: Session) => void };

/** A server of ssh2's own that takes one password; it notes everything that somebody logs in with. */
const startServer = async ({ session = () => undefined }: Behaviour = {}) => {
  const hostKey = ssh2.utils.generateKeyPairSync("ed25519");
  const attempts: string[] = [];
  const decide = (context: AuthContext): void => {
    attempts.push(context.method);
    const isRight = context.method === "password" && context.password === PASSWORD;
    if (isRight) context.accept();
    else context.reject(["password"]);
  };
  const server = new ssh2.Server({ hostKeys: [hostKey.private] }, (client) => {
    client.on("error", () => undefined);
    client.on("authentication", decide);
    client.on("session", (accept) => session(accept()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const blob = Buffer.from(hostKey.public.split(" ")[1] ?? "", "base64");
  const target: SshTarget = {
    host: "web",
    address: "127.0.0.1",
    port: (server.address() as AddressInfo).port,
    user: "root",
    login: { kind: "password", password: new Secret(PASSWORD) },
    hostKeys: { kind: "fingerprint", sha256: hostKeyFingerprint(toHostKey(blob) ?? { type: "", blob }) },
    jumps: [],
  };
  return { target, attempts, blob };
};

const failureOf = async (target: SshTarget): Promise<unknown> =>
  createSsh2Transport(deps)
    .connect(target)
    .then(
      () => "connected",
      (thrown: unknown) => thrown,
    );

test("logs in with a password, and tries nothing before it", async () => {
  const { target, attempts } = await startServer();
  await using _connection = await createSsh2Transport(deps).connect(target);
  expect(attempts).toEqual(["password"]);
});

test("tries a wrong password once, and does not tell it", async () => {
  const { target, attempts } = await startServer();
  const failed = await failureOf({ ...target, login: { kind: "password", password: new Secret("grey-lantern") } });
  expect(isFailure(failed, "host.unauthorised")).toBe(true);
  expect(attempts).toEqual(["password"]);
  expect(inspect(failed, { depth: 12, showHidden: true })).not.toContain("grey-lantern");
});

test("sends no password to a server with another host key", async () => {
  const { target, attempts } = await startServer();
  const failed = await failureOf({ ...target, hostKeys: { kind: "fingerprint", sha256: "SHA256:other" } });
  expect(isFailure(failed, "ssh.host-key-changed")).toBe(true);
  expect(attempts).toEqual([]);
});

test("reads a host key without logging in", async () => {
  const { target, attempts, blob } = await startServer();
  const shown = await readHostKey(target, deps);
  expect({ ...shown, key: Buffer.from(shown.key.blob) }).toEqual({
    key: blob,
    type: "ssh-ed25519",
    fingerprint: target.hostKeys.kind === "fingerprint" && target.hostKeys.sha256,
  });
  expect(attempts).toEqual([]);
});

test("a key that was read, accepted and enrolled is known from then on", async () => {
  const folder = await mkdtemp(join(tmpdir(), "enrol-"));
  onTestFinished(async () => rm(folder, { recursive: true }));
  const { target: pinned } = await startServer();
  const file = join(folder, "known_hosts");
  const target: SshTarget = { ...pinned, hostKeys: { kind: "known-hosts", files: [file] } };
  expect(isFailure(await failureOf(target), "ssh.host-key-unknown")).toBe(true);
  const { key } = await readHostKey(target, deps);
  const place = { names: [target.address, target.host], port: target.port };
  expect(await enrolHostKey({ file, place, key, hashed: true }, deps.random)).toBe("added");
  await using _connection = await createSsh2Transport(deps).connect(target);
});

test("says when a server grants no session", async () => {
  const { target } = await startServer({ session: (session) => void session.on("exec", (_, reject) => reject()) });
  await using connection = await createSsh2Transport(deps).connect(target);
  await expect(connection.shell()).rejects.toSatisfy((thrown) => isFailure(thrown, "host.unreachable"));
});

test("tells no exit code of a shell that ends without one", async () => {
  const { target } = await startServer({
    session: (session) => void session.on("exec", (accept) => void accept().end("bye\n")),
  });
  await using connection = await createSsh2Transport(deps).connect(target);
  const shell = await connection.shell();
  expect(await Array.fromAsync(shell.lines)).toEqual(["bye"]);
  expect((await shell.over).code).toBe(undefined);
});

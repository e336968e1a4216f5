import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import type { OwnProgram } from "./own-program.ts";
import { startOwnProgram } from "./own-program.ts";
import { PROGRAMS } from "./programs.ts";

const SSH_PORT = 22;
/** sshd does not start without it; the system's own service makes it as well. */
const PRIVILEGE_SEPARATION = "/run/sshd";

/** The keys with which somebody logs in to the demo's server, and knows it. */
export type ServerKeys = { readonly login: string; readonly fingerprint: string };

const makeKey = async (path: string): Promise<void> => {
  await promisify(execFile)(PROGRAMS.keygen, ["-q", "-t", "ed25519", "-N", "", "-C", "demo", "-f", path]);
};

const fingerprintOf = async (path: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(PROGRAMS.keygen, ["-l", "-f", `${path}.pub`]);
  return stdout.split(" ")[1] ?? "";
};

/** Whether somebody takes connections there. */
export const isListening = async (address: string, port: number): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host: address, port });
  socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  const isUp = await promise;
  socket.destroy();
  return isUp;
};

const configFor = (folder: string, address: string): string =>
  [
    `ListenAddress ${address}:${SSH_PORT}`,
    `HostKey ${join(folder, "host-key")}`,
    `AuthorizedKeysFile ${join(folder, "authorized_keys")}`,
    "PidFile none",
    "StrictModes no",
    "UsePAM no",
    "UseDNS no",
    "PasswordAuthentication no",
    "KbdInteractiveAuthentication no",
    "PermitRootLogin prohibit-password",
    "DisableForwarding yes",
    "",
  ].join("\n");

/** An OpenSSH server of the demo's own, which takes one key that was made for it. */
export const startSshd = async (
  folder: string,
  address: string,
): Promise<{ readonly program: OwnProgram; readonly keys: ServerKeys }> => {
  const [hostKey, login, config] = ["host-key", "login-key", "sshd_config"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([makeKey(hostKey), makeKey(login)]);
  await mkdir(PRIVILEGE_SEPARATION, { recursive: true, mode: 0o755 });
  await writeFile(join(folder, "authorized_keys"), await readFile(`${login}.pub`), { mode: 0o600 });
  await writeFile(config, configFor(folder, address));
  const program = await startOwnProgram({
    path: PROGRAMS.sshd,
    argv: ["-D", "-e", "-f", config],
    isUp: () => isListening(address, SSH_PORT),
  });
  return { program, keys: { login, fingerprint: await fingerprintOf(hostKey) } };
};

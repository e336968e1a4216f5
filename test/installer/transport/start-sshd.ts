import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { freePort } from "../../free-port.ts";
import type { KeyPair } from "./make-key.ts";
import { startProgram } from "./start-program.ts";

export type SshdWish = {
  readonly hostKeys: readonly KeyPair[];
  readonly authorised: readonly KeyPair[];
  /** Lines of sshd_config besides our own; the first of a keyword wins. */
  readonly settings?: readonly string[];
  /** A program, with its arguments, that starts it where the machine looks otherwise. */
  readonly within?: readonly string[];
};

/** OpenSSH's own server on loopback; everybody who logs in is the user who runs the tests. */
export type Sshd = {
  readonly port: number;
  readonly user: string;
  /** What it has logged: who logged in and who failed to; with `LogLevel DEBUG1` every attempt. */
  readonly log: () => string;
  /** Kills what serves the connections, as when the machine behind it dies. */
  dropLinks(): Promise<void>;
  close(): Promise<void>;
};

const PRIVILEGE_SEPARATION = "/run/sshd";
const OURS = [
  "ListenAddress 127.0.0.1",
  "PidFile none",
  "StrictModes no",
  "UsePAM no",
  "PasswordAuthentication no",
  "KbdInteractiveAuthentication no",
  "PermitRootLogin yes",
  "UseDNS no",
  "LogLevel VERBOSE",
];

type Process = { readonly pid: number; readonly parent: number; readonly isSshd: boolean };

const processes = async (): Promise<readonly Process[]> => {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map(async (pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  return stats.flatMap((stat) => {
    const [, pid, name = "", parent] = /^(\d+) \((.*)\) \S (\d+)/.exec(stat) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), isSshd: name.startsWith("sshd") }];
  });
};

/** What serves the connections: for a login that is not root's, two processes each. */
const serversBelow = (all: readonly Process[], parent: number): readonly number[] =>
  all.filter((one) => one.parent === parent && one.isSshd).flatMap(({ pid }) => [...serversBelow(all, pid), pid]);

/** One of a pair may end because the other one did. */
const killIfThere = (pid: number): void => {
  try {
    process.kill(pid, "SIGKILL");
  } catch (thrown) {
    if (!(thrown instanceof Error && "code" in thrown && thrown.code === "ESRCH")) throw thrown;
  }
};

/** `sshd` starts itself anew for each connection, by its full path. */
export const startSshd = async ({ hostKeys, authorised, settings = [], within = [] }: SshdWish): Promise<Sshd> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-sshd-"));
  if (userInfo().uid === 0) await mkdir(PRIVILEGE_SEPARATION, { recursive: true, mode: 0o755 });
  const port = await freePort();
  const [config, keys] = [join(folder, "sshd_config"), join(folder, "authorized_keys")];
  await writeFile(keys, authorised.map(({ publicLine }) => `${publicLine}\n`).join(""));
  const paths = [`Port ${port}`, `AuthorizedKeysFile ${keys}`, ...hostKeys.map(({ path }) => `HostKey ${path}`)];
  await writeFile(config, [...settings, ...paths, ...OURS, ""].join("\n"));
  await Promise.all([chmod(folder, 0o755), chmod(keys, 0o644)]);
  const [program, ...argv] = [...within, "/usr/sbin/sshd", "-D", "-e", "-f", config];
  const sshd = await startProgram(program, argv, (output) => output.includes("Server listening on"));
  return {
    port,
    user: userInfo().username,
    log: () => sshd.output(),
    dropLinks: async () => {
      for (const pid of serversBelow(await processes(), sshd.pid)) killIfThere(pid);
    },
    close: async () => {
      await sshd.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

import type { RemoteShell } from "@hostseal/installer";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export type LocalShell = RemoteShell & { readonly pid: number };

const overOf = async (child: ChildProcess): Promise<{ code: number | undefined; errors: string }> => {
  const errors: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  await once(child, "close");
  return { code: child.exitCode ?? undefined, errors: errors.join("") };
};

/** A shell on this machine in the place of one on a far side. */
export const startLocalShell = (argv: readonly string[] = ["/bin/sh", "-s"]): LocalShell => {
  const [program = "/bin/sh", ...rest] = argv;
  const child = spawn(program, rest, { stdio: "pipe", env: { PATH: "/usr/bin:/bin" } });
  child.stdin.on("error", () => undefined);
  return {
    pid: child.pid ?? 0,
    lines: createInterface({ input: child.stdout, crlfDelay: Infinity }),
    over: overOf(child),
    write: async (bytes) => new Promise((resolve) => child.stdin.write(bytes, () => resolve())),
    end: () => void child.stdin.end(),
  };
};

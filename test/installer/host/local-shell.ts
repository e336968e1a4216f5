import type { RemoteShell } from "@hostseal/installer";
import { markShell, type RootShell, sendProgram } from "@hostseal/installer/apply";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { random } from "./stage.ts";

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

export type LocalProgram = RootShell & Pick<LocalShell, "pid">;

/** The program on this machine, waiting for a request; with other servers than nginx and Apache when they are given. */
export const startLocalProgram = async (argv?: readonly string[], servers?: string): Promise<LocalProgram> => {
  const shell = startLocalShell(argv);
  const root = await sendProgram(markShell(shell, "here", random), servers === undefined ? {} : { servers });
  if (!root) throw new Error(`the program did not say hello: ${(await shell.over).errors}`);
  return { ...root, pid: shell.pid };
};

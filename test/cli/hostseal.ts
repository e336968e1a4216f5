import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../packages/cli/src/main.ts", import.meta.url));

/** How one run of the command ended. */
export type Ended = { readonly exit: number | null; readonly stdout: string; readonly stderr: string };

type Circumstances = {
  /** The data folder; one that is not there when left out. */
  readonly home?: string;
  readonly variables?: Readonly<Record<string, string>>;
};

/** Starts the command as a process of its own, with nothing of our environment but what a program needs to run. */
export const startHostseal = (args: readonly string[], { home, variables }: Circumstances = {}): ChildProcess => {
  const { PATH = "", TMPDIR } = process.env;
  const env = {
    PATH,
    ...(TMPDIR !== undefined && { TMPDIR }),
    HOSTSEAL_HOME: home ?? "/nowhere/hostseal",
    ...variables,
  };
  return spawn(process.execPath, [MAIN, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
};

const readAll = (stream: ChildProcess["stdout"]): Promise<string> =>
  stream === null ? Promise.resolve("") : text(stream);

/** Waits for the end of a run. */
export const ended = async (child: ChildProcess): Promise<Ended> => {
  const closed = new Promise<number | null>((resolve) => void child.once("close", resolve));
  const [stdout, stderr, exit] = await Promise.all([readAll(child.stdout), readAll(child.stderr), closed]);
  return { exit, stdout, stderr };
};

/** Runs the command to its end. */
export const hostseal = (args: readonly string[], circumstances?: Circumstances): Promise<Ended> =>
  ended(startHostseal(args, circumstances));

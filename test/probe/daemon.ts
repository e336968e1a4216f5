import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

export type Daemon = AsyncDisposable;

export type DaemonWish = {
  readonly command: string;
  readonly args: readonly string[];
  /** Asked again and again until it says yes. */
  readonly isReady: () => Promise<boolean>;
};

/** Debian keeps servers where not every user's PATH leads. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${process.env["PATH"]}:/usr/sbin`,
});

const MOST_TRIES = 100;
const PAUSE = 50;
const GRACE = 5_000;

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), GRACE);
  await gone;
  clearTimeout(timer);
};

/** A server of the system, in the foreground, ended with the test. What it wrote is in the error when it does not start. */
export const startDaemon = async ({ command, args, isReady }: DaemonWish): Promise<Daemon> => {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: serverEnvironment() });
  let written = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (written += chunk.toString()));
  await once(child, "spawn");
  for (let tries = 0; tries < MOST_TRIES && child.exitCode === null; tries += 1) {
    if (await isReady()) return { [Symbol.asyncDispose]: () => stop(child) };
    await wait(PAUSE);
  }
  await stop(child);
  throw new Error(`${command} does not start: ${written}`);
};

import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** A program that the demo has started and ends again. */
export type OwnProgram = AsyncDisposable;

export type ProgramWish = {
  readonly path: string;
  readonly argv: readonly string[];
  /** Whether it is there, asked again and again. */
  readonly isUp: () => Promise<boolean>;
};

/** Nothing of ours; nginx writes its title over it, and shortens the title when there is too little. */
const ENVIRONMENT = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" };
const TURNS = 100;
const TURN = 20;

const isOver = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

const end = async (child: ChildProcess): Promise<void> => {
  if (isOver(child)) return;
  const over = once(child, "exit");
  child.kill("SIGTERM");
  await over;
};

/**
 * Starts a program in the foreground and waits until it is up. It ends with what was returned, and with this process
 * however that ends. Fails with an `Error` when it does not come up.
 */
export const startOwnProgram = async ({ path, argv, isUp }: ProgramWish): Promise<OwnProgram> => {
  const child = spawn(path, argv, { stdio: "ignore", env: ENVIRONMENT });
  const failed = once(child, "error").then(([error]: unknown[]) => error);
  const kill = (): void => void child.kill("SIGTERM");
  process.once("exit", kill);
  const stop = async (): Promise<void> => {
    process.removeListener("exit", kill);
    await end(child);
  };
  for (let turn = 0; turn < TURNS && !isOver(child); turn += 1) {
    if (await isUp()) return { [Symbol.asyncDispose]: stop };
    const error = await Promise.race([failed, pause(TURN)]);
    if (error !== undefined) throw error;
  }
  await stop();
  throw new Error(`${path} does not come up`);
};

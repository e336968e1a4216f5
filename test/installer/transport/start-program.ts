import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** A program in the foreground, which `close` ends. */
export type Running = {
  readonly pid: number;
  output(): string;
  close(): Promise<void>;
};

const TURNS = 200;
const TURN = 20;

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = once(child, "exit");
  child.kill("SIGTERM");
  await over;
};

/** Starts a program and waits until it says that it is there. */
export const startProgram = async (
  program: string,
  argv: readonly string[],
  isReady: (output: string) => boolean,
): Promise<Running> => {
  const child = spawn(program, argv, { stdio: ["ignore", "pipe", "pipe"], env: {} });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => void (output += text));
  for (let turn = 0; turn < TURNS && !isReady(output) && child.exitCode === null; turn += 1) await pause(TURN);
  if (!isReady(output)) {
    await end(child);
    throw new Error(`${program} does not start: ${output.slice(-2_000)}`);
  }
  return { pid: child.pid ?? 0, output: () => output, close: async () => end(child) };
};

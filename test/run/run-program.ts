import { spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { ROOT } from "./root.ts";

export type Ended = {
  /** Nothing when the program could not be started, or was ended by a signal. */
  readonly code: number | null;
  /** Both of its outputs, in the order in which they came; empty when they were shown. */
  readonly output: string;
};

export type RunOptions = {
  /** Whether its output goes to the terminal as it comes. */
  readonly shown?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  /** Ends it. */
  readonly signal?: AbortSignal;
};

/** Tools of the workspace are found first, and the Node that runs this is the one that runs them. */
const searchPath = (): string =>
  [dirname(process.execPath), join(ROOT, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter);

/** Runs a program to its end, in the root of the checkout. */
export const runProgram = (program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> => {
  const { shown = false, environment = {}, signal } = options;
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const ended = (code: number | null): void => resolve({ code, output: Buffer.concat(pieces).toString("utf8") });
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...environment, PATH: searchPath() },
      stdio: shown ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      ...(signal && { signal }),
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece: Buffer) => pieces.push(piece));
    child.on("error", ({ message }) => {
      pieces.push(Buffer.from(`${program}: ${message}\n`));
      ended(null);
    });
    child.on("close", ended);
  });
};

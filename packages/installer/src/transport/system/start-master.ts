import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { access } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { createBoundedText } from "../bounded-text.ts";
import { SHELL_COMMAND } from "../shell-command.ts";
import type { SessionFolder } from "./session-folder.ts";

/** The ssh that holds the connection, over which shells are started. */
export type Master =
  | { readonly kind: "ready"; readonly ssh: ChildProcess }
  | { readonly kind: "ended"; readonly errors: string };

const LOOK_EVERY = 15;
const ENDED_WITHIN = 2_000;

/** Nothing of our environment goes along; messages come in English. */
export const ENVIRONMENT: NodeJS.ProcessEnv = { LC_ALL: "C" };

const exists = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

export const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

/** A signal alone may wait for the next keepalive, when it comes just before ssh sleeps; the end of input wakes it. */
export const endSsh = async (ssh: ChildProcess): Promise<void> => {
  if (!isRunning(ssh)) return;
  const over = once(ssh, "exit");
  const patience = setTimeout(() => ssh.kill("SIGKILL"), ENDED_WITHIN);
  ssh.stdin?.end();
  ssh.kill("SIGTERM");
  await over;
  clearTimeout(patience);
};

/**
 * It runs a shell of its own, which does nothing but wait for its input: when we are gone, however suddenly, that ends,
 * and the connection with it.
 *
 * @throws the signal's reason when it is aborted before the connection stands.
 */
export const startMaster = async (
  program: string,
  { config, control, alias }: SessionFolder,
  signal: AbortSignal | undefined,
): Promise<Master> => {
  signal?.throwIfAborted();
  const ssh = spawn(program, ["-F", config, "-T", alias, SHELL_COMMAND], {
    stdio: ["pipe", "ignore", "pipe"],
    env: ENVIRONMENT,
  });
  const errors = createBoundedText();
  ssh.stderr.on("data", (chunk: Buffer) => errors.add(chunk));
  ssh.stdin.on("error", () => undefined);
  ssh.on("error", (error) => errors.add(Buffer.from(`${error.message}\n`)));
  const closed = new Promise((resolve) => void ssh.on("close", resolve));
  try {
    while (isRunning(ssh) && !(await exists(control))) await pause(LOOK_EVERY, undefined, signal ? { signal } : {});
  } catch {
    await endSsh(ssh);
    throw signal?.reason;
  }
  if (isRunning(ssh)) return { kind: "ready", ssh };
  await closed;
  return { kind: "ended", errors: errors.text() };
};

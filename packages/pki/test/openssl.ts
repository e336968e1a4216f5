import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Outcome = { readonly code: number | null; readonly stdout: Buffer; readonly text: string };

/** Runs a program with its arguments as they are and `input` on its standard input; `text` is both of its outputs. */
export const run = (program: string, args: readonly string[], input: string | Uint8Array = ""): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "pipe", timeout: 15_000 });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on("error", () => undefined);
    child.on("error", reject);
    child.on("close", (code) => {
      const text = Buffer.concat([...stdout, ...stderr]).toString("utf8");
      resolve({ code, stdout: Buffer.concat(stdout), text });
    });
    child.stdin.end(input);
  });

/** Runs `openssl`; its outputs on success, an error with them otherwise. */
export const openssl = async (args: readonly string[], input?: string | Uint8Array): Promise<Outcome> => {
  const outcome = await run("openssl", args, input);
  if (outcome.code !== 0) throw new Error(`openssl ${args[0]}: ${outcome.text}`);
  return outcome;
};

/** Files in a folder of their own, gone when `use` ends; `use` gets the path of each by its name. */
export const withFiles = async <T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (path: (name: string) => string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-pki-"));
  const path = (name: string): string => join(folder, name);
  try {
    await Promise.all(Object.entries(files).map(([name, content]) => writeFile(path(name), content)));
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

import { spawn } from "node:child_process";
import { createInterface } from "node:readline/promises";
import { text } from "node:stream/consumers";

const PHP = "php";

export type Ran = { readonly code: number | null; readonly output: string; readonly complaints: string };

export type RunWish = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
};

/** Runs a program with nothing in its environment but the search path and what is given. */
export const runHere = async (
  program: string,
  args: readonly string[],
  { environment = {}, input = "" }: RunWish = {},
): Promise<Ran> => {
  const child = spawn(program, args, {
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    timeout: 15_000,
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const [output, complaints, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, output, complaints };
};

/** Serves one PHP page for one visit, and gives what a browser gets. */
export const visitPage = async (
  page: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly headers: Headers; readonly content: string }> => {
  const child = spawn(PHP, ["-S", "127.0.0.1:0", page], {
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    for await (const line of createInterface(child.stderr)) {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (url === undefined) continue;
      const response = await fetch(url);
      return { headers: response.headers, content: await response.text() };
    }
    throw new TypeError(`${page} is not served`);
  } finally {
    child.kill();
  }
};

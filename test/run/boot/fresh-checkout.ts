import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { ROOT } from "../root.ts";

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** A copy of this checkout in which nothing has been installed, and a home in which nothing was ever fetched. */
export type FreshCheckout = {
  readonly folder: string;
  /** Starts a program in it, as somebody who has just unpacked it would. */
  start(program: string, args: readonly string[], options?: StartOptions): Started;
  remove(): Promise<void>;
};

export type StartOptions = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly uid?: number;
};

export type Started = {
  readonly ended: Promise<Ended>;
  firstOutput(): Promise<string>;
  signal(name: NodeJS.Signals): void;
};

const INSTALLED: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** The environment without what npm and this checkout have put into it, and with a home of its own. */
const environmentOf = (home: string): Record<string, string | undefined> => {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|XDG_|PNPM_|CI$|VITEST|NODE_ENV$)/.test(name),
  );
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !folder.startsWith(ROOT));
  const { npm_config_registry: registry } = process.env;
  return {
    ...Object.fromEntries(inherited),
    ...(registry !== undefined && { npm_config_registry: registry }),
    PATH: path.join(delimiter),
    HOME: home,
  };
};

const startIn = (folder: string, home: string): FreshCheckout["start"] => {
  return (program, args, { environment = {}, uid } = {}) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...environmentOf(home), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      ...(uid !== undefined && { uid }),
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (piece: string) => (stdout += piece));
    child.stderr.setEncoding("utf8").on("data", (piece: string) => (stderr += piece));
    return {
      ended: new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => resolve({ code, stdout, stderr }));
      }),
      firstOutput: () => new Promise((resolve) => child.stdout.once("data", resolve)),
      signal: (name) => void child.kill(name),
    };
  };
};

/** Makes one, in a folder with a space in its name. */
export const createFreshCheckout = async (): Promise<FreshCheckout> => {
  const parent = await mkdtemp(join(tmpdir(), "hostseal-fresh-"));
  const folder = join(parent, "a checkout");
  await cp(ROOT, folder, { recursive: true, filter: (path) => !INSTALLED.has(basename(path)) });
  return {
    folder,
    start: startIn(folder, join(parent, "home")),
    remove: () => rm(parent, { recursive: true, force: true }),
  };
};

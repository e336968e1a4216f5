import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync, statSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { type ApacheSource, parseModules, parseServerBuild } from "./subject.ts";

const run = promisify(execFile);

export const APACHE = "/usr/sbin/apache2";
const MODULES = "/usr/lib/apache2/modules";
const MOST_TRIES = 100;
const PAUSE = 50;

export type ApacheFolder = AsyncDisposable & {
  readonly root: string;
  readonly configFile: string;
  readonly write: (path: string, content: string | Buffer) => Promise<void>;
};

const loadLines = (...names: readonly string[]): string =>
  names.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so\n`).join("");

/** What every configuration of these tests begins with. */
export const preamble = (root: string, ...modules: readonly string[]): string =>
  `ServerRoot "${root}"\nDefaultRuntimeDir "${root}"\nPidFile "${root}/pid"\nErrorLog "${root}/error.log"\n` +
  `Mutex pthread\nUser www-data\nGroup www-data\nServerName main.test\n` +
  loadLines("mpm_event", "authz_core", ...modules);

/** A folder of its own for a server, gone when it is disposed of. */
export const makeFolder = async (): Promise<ApacheFolder> => {
  const root = await mkdtemp(join(tmpdir(), "apache-"));
  await chmod(root, 0o755);
  return {
    root,
    configFile: join(root, "httpd.conf"),
    write: async (path, content) => {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
};

/** What the server prints when it is asked. */
export const ask = async ({ configFile }: ApacheFolder, ...args: readonly string[]): Promise<string> => {
  const { stdout } = await run(APACHE, ["-f", configFile, ...args], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
};

export const dumpOf = (folder: ApacheFolder): Promise<string> =>
  ask(folder, "-t", "-D", "DUMP_VHOSTS", "-D", "DUMP_INCLUDES");

/** Everything that our reading is told of the folder and its server. */
export const sourceOf = async (folder: ApacheFolder): Promise<ApacheSource> => {
  const paths = globSync("**/*", { cwd: folder.root })
    .map((path) => join(folder.root, path))
    .filter((path) => statSync(path).isFile());
  const build = parseServerBuild(await ask(folder, "-V"));
  if (!build) throw new Error("the server does not say its version");
  return {
    files: new Map(paths.map((path) => [path, readFileSync(path)])),
    links: new Map(),
    configFile: folder.configFile,
    serverRoot: build.root ?? "/",
    version: build.version,
    modules: parseModules(await ask(folder, "-M")),
    defines: new Map(),
    environment: new Map(),
  };
};

export type RunningApache = AsyncDisposable & {
  /** Has the server read its configuration anew, without a break. */
  readonly reload: () => Promise<void>;
};

const accepts = async (port: number, address: string): Promise<boolean> => {
  const socket = connect(port, address);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

const until = async (isTrue: () => Promise<boolean>, what: string): Promise<void> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (await isTrue()) return;
    await wait(PAUSE);
  }
  throw new Error(`in vain we waited for ${what}`);
};

/** The processes that answer; after a reload the old ones go on for a moment. */
const workers = (pid: number | undefined): readonly string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);

const generations = (folder: ApacheFolder): number =>
  readFileSync(join(folder.root, "error.log"), "utf8").split("resuming normal operations").length;

/** Starts the server and waits until it answers on the port of 127.0.0.1. */
export const startApache = async (folder: ApacheFolder, port: number): Promise<RunningApache> => {
  const child = spawn(APACHE, ["-f", folder.configFile, "-DFOREGROUND"], { stdio: "ignore" });
  const ended = once(child, "exit");
  await until(() => accepts(port, "127.0.0.1"), "Apache to answer");
  return {
    reload: async () => {
      const [before, old] = [generations(folder), workers(child.pid)];
      child.kill("SIGUSR1");
      await until(async () => generations(folder) > before, "Apache to take its new configuration");
      await until(async () => !workers(child.pid).some((one) => old.includes(one)), "the old workers to end");
    },
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
};

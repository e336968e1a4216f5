import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const NGINX = "/usr/sbin/nginx";
const ATTEMPTS = 200;
const PAUSE = 10;
const PATIENCE = 3_000;

/** A folder of its own for one nginx: what lies in it is gone with it. */
export type Workshop = AsyncDisposable & {
  readonly folder: string;
  /** The main file, in `etc` of the folder. */
  readonly main: string;
  /** Writes files by their path below `etc`. */
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => Promise<void>;
};

export const openWorkshop = async (): Promise<Workshop> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-nginx-"));
  await mkdir(join(folder, "logs"));
  return {
    folder,
    main: join(folder, "etc", "nginx.conf"),
    write: async (files) => {
      for (const [path, content] of Object.entries(files)) {
        const full = join(folder, "etc", path);
        await mkdir(dirname(full), { recursive: true });
        await writeFile(full, content);
      }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
};

/** What surrounds the servers in a main file that nobody but us would write. */
export const mainFile = ({ folder }: Workshop, http: string): string => `daemon off;
user root;
pid ${folder}/nginx.pid;
error_log ${folder}/logs/error.log;
worker_processes 1;
events { worker_connections 512; }
http {
    access_log off;
    server_names_hash_bucket_size 128;
    client_body_temp_path ${folder}/temp;
    proxy_temp_path ${folder}/temp;
    fastcgi_temp_path ${folder}/temp;
    uwsgi_temp_path ${folder}/temp;
    scgi_temp_path ${folder}/temp;
${http}
}
`;

export type NginxRun = { readonly code: number; readonly stdout: Buffer; readonly stderr: string };

/** Runs nginx with the workshop's files until it ends by itself, as with `-t` or `-T`. */
export const runNginx = ({ folder, main }: Workshop, ...options: readonly string[]): Promise<NginxRun> => {
  const { promise, resolve } = Promise.withResolvers<NginxRun>();
  const args = ["-p", folder, "-c", main, ...options];
  execFile(NGINX, args, { encoding: "buffer", maxBuffer: 1e8 }, (error, stdout, stderr) =>
    resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout, stderr: stderr.toString() }),
  );
  return promise;
};

/** nginx writes its process id when it listens everywhere. */
const isReady = async (folder: string): Promise<boolean> =>
  (await readFile(join(folder, "nginx.pid"), "utf8").catch(() => "")) !== "";

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  const over = once(child, "exit");
  child.kill("SIGQUIT");
  const patience = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  await over;
  clearTimeout(patience);
};

export type NginxProcess = AsyncDisposable & {
  /** Has the files read again, and waits until no worker of before is left. */
  readonly reload: () => Promise<void>;
};

const childrenOf = async (pid: number): Promise<readonly string[]> =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).split(" ").filter(Boolean);

const reload = async (child: ChildProcess, log: string): Promise<void> => {
  const pid = child.pid ?? 0;
  const before = await childrenOf(pid);
  child.kill("SIGHUP");
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const now = await childrenOf(pid);
    if (now.length > 0 && !now.some((worker) => before.includes(worker))) return;
    await sleep(PAUSE);
  }
  throw new Error(`nginx does not reload: ${await readFile(log, "utf8")}`);
};

/** Starts nginx with the workshop's files and waits until it listens. */
export const startNginx = async ({ folder, main }: Workshop): Promise<NginxProcess> => {
  const child = spawn(NGINX, ["-p", folder, "-c", main], { stdio: ["ignore", "ignore", "pipe"] });
  let written = "";
  child.stderr.on("data", (chunk: Buffer) => (written += chunk.toString()));
  for (let attempt = 0; attempt < ATTEMPTS && child.exitCode === null; attempt += 1) {
    if (await isReady(folder))
      return {
        reload: () => reload(child, join(folder, "logs", "error.log")),
        [Symbol.asyncDispose]: () => stop(child),
      };
    await sleep(PAUSE);
  }
  await stop(child);
  throw new Error(`nginx does not start: ${written}`);
};

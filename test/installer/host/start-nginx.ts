import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const SECOND = 254;
const ATTEMPTS = 100;
const PAUSE = 20;

/** An address of this machine alone on which nobody listens, so that the well-known ports are free. */
export const freshAddress = (): string =>
  `127.${randomInt(20, SECOND)}.${randomInt(1, SECOND)}.${randomInt(1, SECOND)}`;

export type World = AsyncDisposable & {
  readonly root: string;
  readonly address: string;
  readonly config: string;
  /** Where journals are kept. */
  readonly state: string;
  readonly pid: number;
};

const mainFile = (root: string): string => `daemon off;
user root;
pid ${root}/nginx.pid;
error_log ${root}/error.log notice;
worker_processes 2;
events { worker_connections 256; }
http {
    access_log off;
    client_body_temp_path ${root}/temp;
    proxy_temp_path ${root}/temp;
    fastcgi_temp_path ${root}/temp;
    uwsgi_temp_path ${root}/temp;
    scgi_temp_path ${root}/temp;
    include sites/*;
}
`;

/** Whether somebody answers there over plain HTTP. */
export const answers = async (address: string): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const asked = request({ host: address, port: 80, path: "/", agent: false }, (response) => {
    response.resume();
    resolve(true);
  });
  asked.on("error", () => resolve(false)).end();
  return promise;
};

/** Ends a server by the signal on which it leaves in peace. */
export const stop = async (child: ChildProcess, signal: "SIGQUIT" | "SIGTERM" = "SIGQUIT"): Promise<void> => {
  if (child.exitCode !== null) return;
  const over = once(child, "exit");
  child.kill(signal);
  const patience = setTimeout(() => child.kill("SIGKILL"), 3_000);
  await over;
  clearTimeout(patience);
};

/** Files by their path below `etc`; `{root}` and `{address}` in them are put in. */
export type Files = Readonly<Record<string, string>>;

/** A real nginx with these files, which ends with the world; `within` is what starts it when it is not we. */
export const startNginx = async (
  files: Files,
  within: readonly string[] = [],
  below: string = tmpdir(),
): Promise<World> => {
  const [root, address] = [await mkdtemp(join(below, "hostseal-nginx-")), freshAddress()];
  const config = join(root, "etc", "nginx.conf");
  await chmod(root, 0o755);
  await mkdir(join(root, "etc", "sites"), { recursive: true });
  for (const [path, text] of Object.entries({ "nginx.conf": mainFile(root), ...files })) {
    const full = join(root, "etc", path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, text.replaceAll("{root}", root).replaceAll("{address}", address));
  }
  const [program, ...argv] = [...within, "/usr/sbin/nginx", "-c", config];
  const child = spawn(program, argv, { stdio: "ignore" });
  for (let attempt = 0; attempt < ATTEMPTS && !(await answers(address)); attempt += 1) await sleep(PAUSE);
  return {
    root,
    address,
    config,
    state: join(root, "state"),
    pid: child.pid ?? 0,
    [Symbol.asyncDispose]: async () => {
      await stop(child);
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

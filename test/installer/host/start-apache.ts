import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { answers, type Files, freshAddress, stop, type World } from "./start-nginx.ts";

const MODULES = "/usr/lib/apache2/modules";
const ATTEMPTS = 100;
const PAUSE = 20;

const loadLines = (names: readonly string[]): string =>
  names.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so\n`).join("");

/** A variable that only the environment knows, as Debian's own main file is full of them. */
const mainFile = (modules: readonly string[], ports: readonly number[]): string => `ServerRoot "{root}/etc"
DefaultRuntimeDir "{root}"
PidFile "{root}/apache.pid"
ErrorLog "\${HOSTSEAL_TEST_LOGS}/error.log"
ServerName main.example
User www-data
Group www-data
StartServers 2
${loadLines(["mpm_event", "authz_core", "dir", ...modules])}${ports.map((port) => `Listen {address}:${port}\n`).join("")}
<Directory "{root}/web">
    Require all granted
</Directory>
IncludeOptional sites/*
`;

export type ApacheWish = {
  readonly modules?: readonly string[];
  readonly ports?: readonly number[];
  /** Lines behind those of the main file. */
  readonly more?: string;
};

/** A real Apache with these files, which ends with the world. Paths are below `etc`. */
export const startApache = async (files: Files, wish: ApacheWish = {}): Promise<World> => {
  const { modules = ["ssl", "socache_shmcb"], ports = [80, 443], more = "" } = wish;
  const [root, address] = [await mkdtemp(join(tmpdir(), "hostseal-apache-")), freshAddress()];
  const config = join(root, "etc", "httpd.conf");
  await chmod(root, 0o755);
  await mkdir(join(root, "etc", "sites"), { recursive: true });
  for (const [path, text] of Object.entries({ "httpd.conf": `${mainFile(modules, ports)}${more}`, ...files })) {
    const full = join(root, "etc", path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, text.replaceAll("{root}", root).replaceAll("{address}", address));
  }
  const env = { PATH: "/usr/bin:/bin", HOSTSEAL_TEST_LOGS: root };
  const child = spawn("/usr/sbin/apache2", ["-f", config, "-DFOREGROUND"], { stdio: "ignore", env });
  for (let attempt = 0; attempt < ATTEMPTS && !(await answers(address)); attempt += 1) await sleep(PAUSE);
  return {
    root,
    address,
    config,
    state: join(root, "state"),
    pid: child.pid ?? 0,
    [Symbol.asyncDispose]: async () => {
      await stop(child, "SIGTERM");
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

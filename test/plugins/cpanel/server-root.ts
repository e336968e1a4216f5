import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { buildPlugins } from "@hostseal/bundles";
import { onTestFinished } from "vitest";
import { findProgram } from "../../run/programs/find-program.ts";
import { ROOT } from "../../run/root.ts";
import { type Ran, runHere, type RunWish } from "./run-here.ts";

const OWN_PROGRAMS = join(ROOT, "test", "plugins", "cpanel", "server");
export const GENERATION = 1_700_000_000;

/** Accounts cannot be root: they are nobody, or whoever runs the test. */
const accountIds = (): readonly [number, number] => {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  return uid === 0 ? [65_534, 65_534] : [uid, gid];
};

/** A cPanel server below a folder, with the panel's own programs and two accounts. */
export type ServerRoot = {
  readonly root: string;
  /** Runs a program of the server, given by its path there. */
  run(path: string, args?: readonly string[], wish?: RunWish): Promise<Ran>;
  /** Runs `hostseal` with a command. */
  hostseal(args: readonly string[], input?: string): Promise<Ran>;
  openAccount(name: string, generation?: number): Promise<void>;
  /** Every file and folder, by its path from the root. */
  everything(): Promise<readonly string[]>;
  readonly at: (path: string) => string;
};

const linkPerl = async (root: string): Promise<void> => {
  const folder = join(root, "usr/local/cpanel/3rdparty/bin");
  await mkdir(folder, { recursive: true });
  await symlink(findProgram("perl") ?? "/usr/bin/perl", join(folder, "perl"));
};

export const makeServerRoot = async (): Promise<ServerRoot> => {
  const root = await mkdtemp(join(tmpdir(), "hostseal-cpanel-"));
  onTestFinished(async () => rm(root, { recursive: true }));
  await chmod(root, 0o755);
  await cp(OWN_PROGRAMS, root, { recursive: true });
  await linkPerl(root);
  for (const folder of ["usr/local/cpanel/base/frontend/jupiter", "var/cpanel/users", "etc/cron.d", "home"])
    await mkdir(join(root, folder), { recursive: true });
  await mkdir(join(root, "usr/local/cpanel/whostmgr/docroot/addon_plugins"), { recursive: true });
  await mkdir(join(root, "usr/local/cpanel/whostmgr/docroot/cgi"), { recursive: true });

  const at = (path: string): string => join(root, path);
  const run: ServerRoot["run"] = async (path, args = [], { environment = {}, input = "" } = {}) =>
    runHere(at(path), args, { environment: { HOSTSEAL_ROOT: root, ...environment }, input });

  const openAccount: ServerRoot["openAccount"] = async (name, generation = GENERATION) => {
    const [uid, gid] = accountIds();
    await mkdir(at(`home/${name}`), { mode: 0o711 });
    await chown(at(`home/${name}`), uid, gid);
    await writeFile(at("etc/passwd"), `${name}:x:${uid}:${gid}::/home/${name}:/bin/bash\n`, { flag: "a" });
    await writeFile(at(`var/cpanel/users/${name}`), `USER=${name}\nSTARTDATE=${generation}\nPLAN=default\n`);
  };
  await writeFile(at("etc/passwd"), "root:x:0:0:root:/root:/bin/bash\n");
  for (const name of ["alice", "bob"]) await openAccount(name);

  return {
    root,
    at,
    run,
    openAccount,
    hostseal: async (args, input = "") =>
      run("usr/local/cpanel/3rdparty/bin/perl", [at("usr/local/hostseal/bin/hostseal"), ...args], { input }),
    everything: async () => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries.map(({ parentPath, name }) => relative(root, join(parentPath, name))).toSorted();
    },
  };
};

/** Unpacks the archive as an administrator would, and runs its own script. */
export const installBundle = async (server: ServerRoot): Promise<Ran> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-bundle-"));
  onTestFinished(async () => rm(folder, { recursive: true }));
  const archives = await buildPlugins(ROOT, folder);
  const archive = archives.find(({ file }) => file.startsWith("hostseal-cpanel-"))?.file ?? "";
  const unpacked = await runHere("tar", ["-xzf", join(folder, archive), "-C", folder]);
  if (unpacked.code !== 0) throw new TypeError(unpacked.complaints);
  return runHere(join(folder, "hostseal-cpanel", "install.sh"), [], { environment: { HOSTSEAL_ROOT: server.root } });
};

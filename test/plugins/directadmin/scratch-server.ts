import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Archive, buildPlugins } from "@hostseal/bundles";
import { findProgram } from "../../run/programs/find-program.ts";

const run = promisify(execFile);

/** A folder that stands for the root of a DirectAdmin server. */
export type ScratchServer = {
  readonly root: string;
  /** Where the plugin lies. */
  readonly plugin: string;
  /** What its programs find as their environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Runs a file below the plugin, as the panel does, and gives what it prints. */
  run(path: string, environment?: Readonly<Record<string, string>>): Promise<string>;
  /** Every file and folder there is, by its path from the root on. */
  paths(): Promise<readonly string[]>;
  close(): Promise<void>;
};

const SOURCE = fileURLToPath(new URL("../../../plugins/directadmin", import.meta.url));

/** Packs the plugin alone, with a version of its own. */
export const packPlugin = async (folder: string, version = "1.2.3"): Promise<Archive> => {
  const root = await mkdtemp(join(folder, "pack-"));
  await mkdir(join(root, "plugins"));
  await symlink(SOURCE, join(root, "plugins/directadmin"));
  await writeFile(join(root, "package.json"), JSON.stringify({ version }));
  const [archive] = await buildPlugins(root, join(root, "dist"));
  if (!archive) throw new TypeError("nothing was packed");
  return archive;
};

/** Everything that the plugin may expect of a server; it finds no other program. */
const PROGRAMS = ["sh", "perl", "curl", "install", "base64", "head", "tr", "cp", "chmod", "rm", "dirname"] as const;

const linkPrograms = async (folder: string): Promise<void> => {
  await mkdir(folder);
  for (const program of PROGRAMS) await symlink(findProgram(program) ?? program, join(folder, program));
};

/** Unpacks the archive where the panel's plugins are, and nothing more. */
export const openScratchServer = async (): Promise<ScratchServer> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-directadmin-"));
  const root = join(folder, "root");
  const plugin = join(root, "usr/local/directadmin/plugins/hostseal");
  await mkdir(plugin, { recursive: true });
  const archive = join(folder, "hostseal.tar.gz");
  await writeFile(archive, (await packPlugin(folder)).bytes);
  await run("tar", ["--extract", "--gzip", "--file", archive, "--directory", plugin]);
  await chmod(folder, 0o755);
  await linkPrograms(join(folder, "bin"));
  const usual = { PATH: join(folder, "bin"), HOSTSEAL_ROOT: root };
  return {
    root,
    plugin,
    environment: usual,
    run: async (path, environment = {}) => {
      const env = { ...usual, ...environment };
      return (await run(join(plugin, path), [], { env, timeout: 30_000 })).stdout;
    },
    paths: async () => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries.map(({ parentPath, name }) => relative(root, join(parentPath, name))).toSorted();
    },
    close: async () => rm(folder, { recursive: true }),
  };
};

/** Installs the plugin, and says what root would write into its settings. */
export const setUp = async (server: ScratchServer, settings: Readonly<Record<string, string>>): Promise<string> => {
  await server.run("scripts/install.sh");
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(server.root, "etc/hostseal/directadmin.conf"), lines.join(""));
  return await readFile(join(server.root, "etc/hostseal/server.key"), "utf8");
};

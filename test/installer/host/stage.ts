import { createHash, randomBytes } from "node:crypto";
import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Clock } from "@hostseal/core";
import type { Transaction } from "@hostseal/installer/script";

export const random = { bytes: (count: number): Uint8Array => randomBytes(count) };
export const clock: Clock = {
  now: () => Date.now(),
  until: async (instant) => setTimeout(Math.max(0, instant - Date.now())),
};

export const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** Every path of a tree with all that restoring must bring back. */
export const manifest = async (root: string): Promise<Readonly<Record<string, string>>> => {
  const paths = [".", ...(await readdir(root, { recursive: true }))].toSorted();
  const lines = paths.map(async (path): Promise<readonly [string, string]> => {
    const full = join(root, path);
    const stat = await lstat(full, { bigint: true });
    const content = stat.isSymbolicLink()
      ? await readlink(full)
      : stat.isFile()
        ? sha256(await readFile(full))
        : "folder";
    return [path, `${stat.mode.toString(8)} ${stat.uid}:${stat.gid} ${stat.mtimeNs} ${stat.nlink} ${content}`];
  });
  return Object.fromEntries(await Promise.all(lines));
};

const sent = (text: string) => ({ kind: "sent", bytes: Buffer.from(text) }) as const;

export type Stage = AsyncDisposable & { readonly root: string; readonly state: string; readonly tree: string };

/** A folder with a small tree of its own, and a place for journals beside it. */
export const openStage = async (): Promise<Stage> => {
  const root = await mkdtemp(join(tmpdir(), "hostseal-host-"));
  const [tree, state] = [join(root, "tree"), join(root, "state")];
  await mkdir(join(tree, "sites"), { recursive: true });
  await writeFile(join(tree, "main.conf"), "include sites/*;\n", { mode: 0o640 });
  await writeFile(join(tree, "sites", "it's one.conf"), "before\n");
  return { root, tree, state, [Symbol.asyncDispose]: async () => rm(root, { recursive: true, force: true }) };
};

/** What a server that is a pair of commands is told, each in the words of a shell. */
export const sampleServers = (
  { tree }: Stage,
  { test = "true", trial = "true", reload = "true" }: { test?: string; trial?: string; reload?: string } = {},
): string => `
hs_meet() { hs_main='${tree}/main.conf'; }
hs_server_test() { test -e "$hs_main" && ${test}; }
hs_server_trial() { test -s "$1" && test -s "$2" && ${trial}; }
hs_server_reload() { ${reload}; }
hs_server_watch() { :; }
hs_server_turned() { return 1; }
hs_server_files() { printf '%s\\n' "$hs_main"; }
hs_server_roots() { :; }
`;

/** Replaces one file, and makes a folder with a key in it and a link. */
export const sampleTransaction = async (
  { tree, state }: Stage,
  overrides: Partial<Transaction> = {},
): Promise<Transaction> => {
  const path = join(tree, "sites", "it's one.conf");
  const main = join(tree, "main.conf");
  return {
    id: `run-${randomBytes(4).toString("hex")}`,
    state,
    watched: [{ path: main, sha256: sha256(await readFile(main)) }],
    changes: [
      { kind: "folder", path: join(tree, "tls"), mode: "0755" },
      {
        kind: "file",
        path: join(tree, "tls", "site.crt"),
        mode: "0644",
        owner: "0:0",
        before: "absent",
        source: sent("certificate"),
      },
      {
        kind: "file",
        path: join(tree, "tls", "site.key"),
        mode: "0600",
        owner: "0:0",
        before: "absent",
        source: sent("key \0\xff\n"),
      },
      {
        kind: "file",
        path,
        mode: "0644",
        owner: "0:0",
        before: sha256(await readFile(path)),
        source: sent("after\n".repeat(3000)),
      },
      { kind: "link", path: join(tree, "enabled"), to: "main.conf" },
    ],
    server: { kind: "nginx", line: "a sample" },
    patience: 20,
    ...overrides,
  };
};

import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Estate } from "./estate.ts";

export type HomeEntry = { readonly kind: "dir" } | { readonly kind: "file"; readonly text: string };

/** The homes of the accounts: document roots are the ground's folders, and all the rest is kept here. */
export type Homes = {
  at(user: string, path: string): Promise<HomeEntry | undefined>;
  write(user: string, path: string, file: { readonly text: string; readonly mode: string }): Promise<void>;
  makeFolder(user: string, path: string): Promise<void>;
  remove(user: string, path: string): Promise<void>;
  /** What is beside the document roots, with its mode, by path. */
  loose(user: string): Readonly<Record<string, string>>;
};

const ROOT = /^\/domains\/([^/]+)\/public_html(\/.*)?$/;

const onDisk = async (path: string): Promise<HomeEntry | undefined> => {
  try {
    return (await stat(path)).isDirectory() ? { kind: "dir" } : { kind: "file", text: await readFile(path, "utf8") };
  } catch {
    return undefined;
  }
};

export const createHomes = (estate: Estate): Homes => {
  const loose = new Map<string, { readonly text: string; readonly mode: string }>();

  /** Where a path lies on the disk; nothing for what is kept here. */
  const diskPath = (user: string, path: string): string | undefined => {
    const [, domain = "", rest = "/"] = ROOT.exec(posix.normalize(path)) ?? [];
    const owned = estate.owned(user, domain);
    return owned && join(owned.webspace.home, rest);
  };

  return {
    at: async (user, path) => {
      const disk = diskPath(user, path);
      if (disk !== undefined) return onDisk(disk);
      if (path === "/") return { kind: "dir" };
      const file = loose.get(`${user} ${path}`);
      return file && { kind: "file", text: file.text };
    },
    write: async (user, path, file) => {
      const disk = diskPath(user, path);
      if (disk === undefined) loose.set(`${user} ${path}`, file);
      else await writeFile(disk, file.text);
    },
    makeFolder: async (user, path) => {
      const disk = diskPath(user, path);
      if (disk !== undefined) await mkdir(disk, { recursive: true });
    },
    remove: async (user, path) => {
      const disk = diskPath(user, path);
      if (disk === undefined) loose.delete(`${user} ${path}`);
      else await rm(disk, { recursive: true });
    },
    loose: (user) =>
      Object.fromEntries(
        [...loose]
          .filter(([place]) => place.startsWith(`${user} `))
          .map(([place, { text, mode }]) => [place.slice(user.length + 1), `${mode} ${text}`]),
      ),
  };
};

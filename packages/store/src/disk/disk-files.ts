import { readFileSync } from "node:fs";
import { link, mkdir, open, readFile, readdir, realpath, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { isErrno } from "./disk-failure.ts";
import type { FileSystem, FolderText, NewFile } from "./file-system.ts";

const create = async (path: string): Promise<NewFile> => {
  const file = await open(path, "wx", 0o600);
  return {
    write: async (text) => file.writeFile(text),
    sync: async () => file.sync(),
    close: async () => file.close(),
  };
};

const list = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return [];
    throw error;
  }
};

const readNow = (folder: string, name: string): FolderText => {
  try {
    return { kind: "read", name, text: readFileSync(join(folder, name), "utf8") };
  } catch (error) {
    return { kind: "failed", name, error };
  }
};

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** The real disk. */
export const diskFiles: FileSystem = {
  read: async (path) => readFile(path, "utf8"),
  /** Read without yielding, one folder at a time: measured eight times as fast as asynchronous reads of small files. */
  readFolder: async (folder) => {
    const names = await list(folder);
    return names.filter((name) => name.endsWith(".json")).map((name) => readNow(folder, name));
  },
  list,
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  },
  create,
  link,
  rename,
  remove: unlink,
  syncFolder,
  modeOf: async (path) => (await stat(path)).mode & 0o777,
  realPath: async (path) => realpath(path),
};

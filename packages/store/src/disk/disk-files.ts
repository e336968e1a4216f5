import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { link, mkdir, open, readFile, readdir, realpath, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { isErrno } from "./disk-failure.ts";
import type { FileHead, FileSystem, NewFile } from "./file-system.ts";

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

const HEAD_BYTES = 1024;
const LINE_END = 10;

/** Reads without yielding: measured eight times as fast as asynchronous reads of small files. */
const readHeadNow = (path: string, name: string, space: Buffer): FileHead => {
  const file = openSync(path, "r");
  try {
    const head = space.subarray(0, readSync(file, space, 0, HEAD_BYTES, 0));
    const end = head.indexOf(LINE_END);
    const firstLine = head.toString("utf8", 0, end === -1 ? head.length : end);
    return { kind: "read", name, firstLine, size: fstatSync(file).size };
  } finally {
    closeSync(file);
  }
};

const tryReadHead = (folder: string, name: string, space: Buffer): FileHead => {
  try {
    return readHeadNow(join(folder, name), name, space);
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
  readHeads: async (folder) => {
    const names = await list(folder);
    const space = Buffer.alloc(HEAD_BYTES);
    return names.filter((name) => name.endsWith(".json")).map((name) => tryReadHead(folder, name, space));
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

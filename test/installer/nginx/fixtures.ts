import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** The main file of every tree of the corpus. */
export const MAIN_FILE = "/etc/nginx/nginx.conf";

const FOLDER = join(import.meta.dirname, "fixtures");

export const fixtureNames = (): Promise<readonly string[]> => readdir(FOLDER);

/** Every file in a folder and below, by its path from there with a slash before it. */
export const readFolder = async (folder: string): Promise<ReadonlyMap<string, Buffer>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path) => [`/${relative(folder, path)}`, await readFile(path)] as const);
  return new Map(await Promise.all(files));
};

export const readFixture = (name: string): Promise<ReadonlyMap<string, Buffer>> => readFolder(join(FOLDER, name));

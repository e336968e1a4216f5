import { posix } from "node:path";
import { isPattern, matchesPart } from "./path-pattern.ts";

/** The names directly below a folder, in the order of their bytes; known from the paths of files. */
export type Folders = ReadonlyMap<string, readonly string[]>;

const byBytes = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** The folders in which files stand, up to the root. */
export const foldersOf = (paths: Iterable<string>): Folders => {
  const names = new Map<string, Set<string>>();
  for (const path of paths) {
    for (let at = path; at !== posix.dirname(at); at = posix.dirname(at)) {
      const folder = posix.dirname(at);
      const known = names.get(folder) ?? new Set();
      names.set(folder, known.add(posix.basename(at)));
    }
  }
  return new Map([...names].map(([folder, found]) => [folder, [...found].toSorted(byBytes)]));
};

const filesBelow = (path: string, folders: Folders): readonly string[] => {
  const names = folders.get(path);
  return names ? names.flatMap((name) => filesBelow(posix.join(path, name), folders)) : [path];
};

const matching = (folder: string, parts: readonly string[], folders: Folders): readonly string[] => {
  const [part, ...rest] = parts;
  if (part === undefined) return filesBelow(folder, folders);
  const names = isPattern(part) ? (folders.get(folder) ?? []).filter((name) => matchesPart(part, name)) : [part];
  return names.flatMap((name) => matching(posix.join(folder, name), rest, folders));
};

/**
 * The files an `Include` reads, in its order: a folder stands for all files below it, a pattern for what it matches in
 * the order of names (`ap_process_resource_config` in server/config.c).
 */
export const findIncluded = (pattern: string, serverRoot: string, folders: Folders): readonly string[] =>
  matching("/", posix.resolve(serverRoot, pattern).split("/").filter(Boolean), folders);

import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

export type ServedFile = { readonly body: Buffer; readonly contentType: string };

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  "": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};
const ANY = "application/octet-stream";

/** The path of a request target, decoded and without `..`; nothing when it cannot be one. */
const cleanPath = (target: string): string | undefined => {
  try {
    const path = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? "");
    return path.startsWith("/") && !path.includes("\0") ? normalize(path) : undefined;
  } catch {
    return undefined;
  }
};

/** The file a request target names below `home`; a folder stands for its `index.html`. Nothing when there is none. */
export const fileAt = async (home: string, target: string): Promise<ServedFile | undefined> => {
  const path = cleanPath(target);
  if (path === undefined) return undefined;
  const file = join(home, path.endsWith("/") ? `${path}index.html` : path);
  try {
    return { body: await readFile(file), contentType: CONTENT_TYPES[extname(file)] ?? ANY };
  } catch {
    return undefined;
  }
};

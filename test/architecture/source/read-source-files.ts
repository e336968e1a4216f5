import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { SourceFile } from "./source-file.ts";

const NOT_OURS: ReadonlySet<string> = new Set([".git", "node_modules", "dist"]);
const TEXT = /\.(ts|mjs|js|json|md|ya?ml|ejs|css|svg|sh|pl|pm|py|php|conf|service)$|(^|\/)(run|\.npmrc|\.gitignore)$/;
/** Known by their names; there is nothing in them to read. */
const PICTURE = /\.png$/;

const pathsBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory() ? pathsBelow(path) : [path];
  });

/** Every text and every picture of a checkout, without what was installed or built. */
export const readSourceFiles = (root: string): readonly SourceFile[] =>
  pathsBelow(root)
    .map((path) => ({ path: relative(root, path).replaceAll("\\", "/"), absolute: path }))
    .filter(({ path }) => TEXT.test(path) || PICTURE.test(path))
    .map(({ path, absolute }) => ({ path, text: PICTURE.test(path) ? "" : readFileSync(absolute, "utf8") }));

import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { SourceFile } from "./source-file.ts";

const NOT_OURS: ReadonlySet<string> = new Set([".git", "node_modules", "dist"]);
const TEXT = /\.(ts|mjs|js|json|md|ya?ml|ejs|css|svg|sh|pl|pm|py|php|conf)$|(^|\/)(run|\.npmrc|\.gitignore)$/;

const pathsBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory() ? pathsBelow(path) : [path];
  });

/** Every text file of a checkout, without what was installed or built. */
export const readSourceFiles = (root: string): readonly SourceFile[] =>
  pathsBelow(root)
    .map((path) => ({ path: relative(root, path).replaceAll("\\", "/"), absolute: path }))
    .filter(({ path }) => TEXT.test(path))
    .map(({ path, absolute }) => ({ path, text: readFileSync(absolute, "utf8") }));

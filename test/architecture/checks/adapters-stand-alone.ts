import { posix } from "node:path";
import type { Check } from "../check.ts";
import { edgesIn } from "../workspace/edges.ts";
import { isTestFile } from "../source/source-file.ts";

/** Folders in which each adapter has a folder of its own, known by the manifest in it. */
const SHELVES: ReadonlySet<string> = new Set(["packages/issuers/src"]);

const adaptersAmong = (paths: readonly string[]): readonly string[] =>
  paths
    .filter((path) => posix.basename(path) === "manifest.ts")
    .map((path) => posix.dirname(path))
    .filter((folder) => SHELVES.has(posix.dirname(folder)));

export const adaptersStandAlone: Check = {
  title: "an adapter imports no other adapter",
  find: (files) => {
    const adapters = adaptersAmong(files.map(({ path }) => path));
    const adapterOf = (path: string) => adapters.find((folder) => path.startsWith(`${folder}/`));
    return edgesIn(files).flatMap(({ where, file, specifier }) => {
      if (!specifier.startsWith(".") || isTestFile(file)) return [];
      const mine = adapterOf(file.path);
      const other = adapterOf(posix.join(posix.dirname(file.path), specifier));
      if (mine === undefined || other === undefined || mine === other) return [];
      return [`${where}: ${mine} imports from ${other}. What both need belongs beside them, not in one of them.`];
    });
  },
};

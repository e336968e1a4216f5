import { posix } from "node:path";
import type { NginxFiles } from "../dump/parse-dump.ts";
import { parseNginx } from "../syntax/parse-nginx.ts";
import type { NginxFile } from "./nginx-tree.ts";
import type { TreeRefusal } from "./tree-refusal.ts";

/** What paths really lead to, where that is another path: links followed. */
export type RealPaths = ReadonlyMap<string, string>;

export type ReadFiles =
  | { readonly kind: "read"; readonly files: ReadonlyMap<string, NginxFile> }
  | { readonly kind: "refused"; readonly because: TreeRefusal };

/** Every file parsed; the first that is none refuses them all. */
export const readFiles = (files: NginxFiles, realPaths?: RealPaths): ReadFiles => {
  const read = new Map<string, NginxFile>();
  for (const [path, bytes] of files) {
    const parsed = parseNginx(bytes);
    if (parsed.kind === "malformed")
      return { kind: "refused", because: { kind: "malformed", path, problem: parsed.problem } };
    const identity = realPaths?.get(path) ?? posix.normalize(path);
    read.set(path, { path, identity, bytes, directives: parsed.directives });
  }
  return { kind: "read", files: read };
};

import type { NginxFiles } from "../dump/parse-dump.ts";
import type { NginxTree } from "./nginx-tree.ts";
import { readFiles, type RealPaths } from "./read-files.ts";
import type { TreeRefusal } from "./tree-refusal.ts";
import { walkIncludes } from "./walk-includes.ts";

export type TreeWish = {
  /** The main file: the first that the server printed. */
  readonly root: string;
  /** All files that the server printed, in its order (`parseDump`). */
  readonly files: NginxFiles;
  readonly realPaths?: RealPaths;
};

export type LoadedTree =
  | { readonly kind: "loaded"; readonly tree: NginxTree }
  | { readonly kind: "refused"; readonly because: TreeRefusal };

export type OrderedFiles =
  | { readonly kind: "ordered"; readonly files: NginxFiles }
  | { readonly kind: "refused"; readonly because: TreeRefusal };

const refuse = (because: TreeRefusal): LoadedTree => ({ kind: "refused", because });

const differenceIn = (ours: readonly string[], theirs: readonly string[]): TreeRefusal | undefined => {
  const length = Math.max(ours.length, theirs.length);
  for (let at = 0; at < length; at += 1)
    if (ours[at] !== theirs[at]) return { kind: "order-differs", position: at + 1, ours: ours[at], theirs: theirs[at] };
  return undefined;
};

type Followed =
  | { readonly kind: "followed"; readonly tree: NginxTree; readonly order: readonly string[] }
  | { readonly kind: "refused"; readonly because: TreeRefusal };

const follow = ({ root: path, files, realPaths }: TreeWish): Followed => {
  const read = readFiles(files, realPaths);
  if (read.kind === "refused") return read;
  const root = read.files.get(path);
  if (!root) return { kind: "refused", because: { kind: "root-missing", path } };
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const walked = walkIncludes({ root, folder, files: read.files });
  if (walked.kind === "refused") return walked;
  const tree = { root, folder, files: read.files, targets: walked.targets };
  return { kind: "followed", tree, order: walked.order };
};

/**
 * One configuration from the files that the server says it has read. Our own reading of the includes has to lead to
 * exactly these files in exactly their order; where it does not, we have misunderstood something and refuse.
 */
export const loadTree = (wish: TreeWish): LoadedTree => {
  const followed = follow(wish);
  if (followed.kind === "refused") return followed;
  const difference = differenceIn(followed.order, [...wish.files.keys()]);
  return difference ? refuse(difference) : { kind: "loaded", tree: followed.tree };
};

/** Those of the files that the includes lead to, in the order in which the server would print them. */
export const includedFiles = (wish: TreeWish): OrderedFiles => {
  const followed = follow(wish);
  if (followed.kind === "refused") return followed;
  const files = followed.order.map((path): readonly [string, Buffer] => [
    path,
    wish.files.get(path) ?? Buffer.alloc(0),
  ]);
  return { kind: "ordered", files: new Map(files) };
};

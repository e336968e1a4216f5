import { includedFiles, type LoadedTree, loadTree } from "../tree/load-tree.ts";
import type { NginxTree } from "../tree/nginx-tree.ts";
import type { FileChange } from "./tree-edit.ts";

/** The tree as the server would read it after the changes, which may lead to files in another order, or to fewer. */
export const reloadTree = ({ root, files }: NginxTree, changes: readonly FileChange[]): LoadedTree => {
  const after = new Map(changes.map((change) => [files.get(change.path)?.identity, change.after]));
  const bytes = [...files.values()].map((file): readonly [string, Buffer] => [
    file.path,
    after.get(file.identity) ?? file.bytes,
  ]);
  const realPaths = new Map([...files.values()].map(({ path, identity }) => [path, identity]));
  const ordered = includedFiles({ root: root.path, files: new Map(bytes), realPaths });
  return ordered.kind === "ordered" ? loadTree({ root: root.path, files: ordered.files, realPaths }) : ordered;
};

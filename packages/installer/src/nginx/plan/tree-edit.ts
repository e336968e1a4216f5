import { applyEdits, type ByteEdit } from "../../bytes/byte-edit.ts";
import { unifiedDiff } from "../../bytes/unified-diff.ts";
import type { NginxFile } from "../tree/nginx-tree.ts";

/** An edit of one file of a configuration. */
export type TreeEdit = { readonly file: NginxFile; readonly edit: ByteEdit };

/** A file as it is and as it shall be. */
export type FileChange = {
  readonly path: string;
  readonly edits: readonly ByteEdit[];
  readonly before: Buffer;
  readonly after: Buffer;
};

const change = (file: NginxFile, edits: readonly ByteEdit[]): FileChange => {
  const edited = applyEdits(file.bytes, edits);
  if (edited.kind !== "edited") throw new TypeError(`the edits of ${file.path} are ${edited.kind}`);
  return { path: file.path, edits, before: file.bytes, after: edited.bytes };
};

/** The edits by file; a file known under several paths is changed once. Edits that change nothing are left out. */
export const fileChanges = (edits: readonly TreeEdit[]): readonly FileChange[] =>
  [...Map.groupBy(edits, ({ file }) => file.identity).values()]
    .flatMap(([first, ...others]) =>
      first
        ? [
            change(
              first.file,
              [first, ...others].map(({ edit }) => edit),
            ),
          ]
        : [],
    )
    .filter(({ before, after }) => !before.equals(after));

/** What changes, for a person. */
export const diffOf = (changes: readonly FileChange[]): string => changes.map(unifiedDiff).join("");

import { applyEdits, type ByteEdit } from "../../bytes/index.ts";
import type { ReadFile } from "../tree/active.ts";

/** An edit of one file of a configuration. */
export type TreeEdit = { readonly file: ReadFile; readonly edit: ByteEdit };

/** A file as it is and as it shall be; the path is where the bytes are, never a link. */
export type FileChange = {
  readonly path: string;
  readonly edits: readonly ByteEdit[];
  readonly before: Buffer;
  readonly after: Buffer;
};

const isEqual = (one: ByteEdit, other: ByteEdit): boolean =>
  one.at.start === other.at.start && one.at.end === other.at.end && Buffer.compare(one.bytes, other.bytes) === 0;

/** One change a file; the same replacement asked for twice is made once. */
export const toChanges = (edits: readonly TreeEdit[]): readonly FileChange[] => {
  const byPath = new Map<string, { readonly before: Buffer; readonly edits: ByteEdit[] }>();
  for (const { file, edit } of edits) {
    if (file.target === undefined) throw new TypeError(`${file.path} is no file`);
    const change = byPath.get(file.target) ?? { before: file.source.bytes, edits: [] };
    byPath.set(file.target, change);
    const isReplacement = edit.at.start < edit.at.end;
    if (!isReplacement || !change.edits.some((one) => isEqual(one, edit))) change.edits.push(edit);
  }
  return [...byPath].map(([path, change]) => {
    const edited = applyEdits(change.before, change.edits);
    if (edited.kind !== "edited") throw new TypeError(`the edits of ${path} do not fit together`);
    return { path, ...change, after: edited.bytes };
  });
};

import type { Span } from "./span.ts";

/** Puts `bytes` in the place of what stands at `at`. An empty span inserts, empty bytes remove. */
export type ByteEdit = { readonly at: Span; readonly bytes: Uint8Array };

export type Edited =
  | { readonly kind: "edited"; readonly bytes: Buffer }
  /** Two edits touch the same bytes, or one inserts into what another replaces. */
  | { readonly kind: "overlap"; readonly first: ByteEdit; readonly second: ByteEdit }
  | { readonly kind: "outside"; readonly edit: ByteEdit };

const isInside = ({ at }: ByteEdit, length: number): boolean =>
  Number.isInteger(at.start) && Number.isInteger(at.end) && at.start >= 0 && at.start <= at.end && at.end <= length;

/**
 * The edits in the order of their places. Insertions at one place keep the order in which they were given, and come
 * before a replacement that begins there.
 */
const inOrder = (edits: readonly ByteEdit[]): readonly ByteEdit[] =>
  edits.toSorted((one, other) => one.at.start - other.at.start || one.at.end - other.at.end);

const splice = (source: Uint8Array, edits: readonly ByteEdit[]): Buffer => {
  const pieces: Uint8Array[] = [];
  let copied = 0;
  for (const { at, bytes } of edits) {
    pieces.push(source.subarray(copied, at.start), bytes);
    copied = at.end;
  }
  pieces.push(source.subarray(copied));
  return Buffer.concat(pieces);
};

/** Makes all the edits at once, each by offsets into `source`. Every byte outside of them is as it was. */
export const applyEdits = (source: Uint8Array, edits: readonly ByteEdit[]): Edited => {
  const outside = edits.find((edit) => !isInside(edit, source.length));
  if (outside) return { kind: "outside", edit: outside };
  const ordered = inOrder(edits);
  for (const [index, second] of ordered.entries()) {
    const first = ordered[index - 1];
    if (first && first.at.end > second.at.start) return { kind: "overlap", first, second };
  }
  return { kind: "edited", bytes: splice(source, ordered) };
};

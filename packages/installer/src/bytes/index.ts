export { applyEdits, type ByteEdit, type Edited } from "./byte-edit.ts";
export { fromText, toReadable, toText } from "./byte-text.ts";
export { lineEnd, lineStart, type Position, positionOf } from "./position.ts";
export { beginsLine, indentAt, lineEndAt, wholeLines } from "./line-style.ts";
export { isWithin, placeAt, type Span } from "./span.ts";
export { type DiffWish, unifiedDiff } from "./unified-diff.ts";

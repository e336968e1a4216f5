const LF = 0x0a;

/** Where a byte stands, for a person: both count from 1, columns count bytes. */
export type Position = { readonly line: number; readonly column: number };

/** The offset of the first byte of the line that holds `offset`. */
export const lineStart = (bytes: Uint8Array, offset: number): number =>
  offset <= 0 ? 0 : bytes.lastIndexOf(LF, offset - 1) + 1;

/** The offset behind the line that holds `offset`, its line feed included. */
export const lineEnd = (bytes: Uint8Array, offset: number): number => {
  const found = bytes.indexOf(LF, offset);
  return found === -1 ? bytes.length : found + 1;
};

/** The position of a byte; the end of the bytes is a position too. Takes one walk over the bytes before it. */
export const positionOf = (bytes: Uint8Array, offset: number): Position => {
  let line = 1;
  let start = 0;
  for (let found = bytes.indexOf(LF); found !== -1 && found < offset; found = bytes.indexOf(LF, start)) {
    line += 1;
    start = found + 1;
  }
  return { line, column: offset - start + 1 };
};

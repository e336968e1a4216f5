import { lineEnd, lineStart } from "./position.ts";
import type { Span } from "./span.ts";

const [TAB, LF, CR, SPACE] = [0x09, 0x0a, 0x0d, 0x20];

const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === TAB;

/** The blanks with which the line that holds `offset` begins. */
export const indentAt = (bytes: Uint8Array, offset: number): string => {
  const start = lineStart(bytes, offset);
  let end = start;
  while (isBlank(bytes[end])) end += 1;
  return Buffer.from(bytes.subarray(start, end)).toString("latin1");
};

/** How the line that holds `offset` ends; the last line of a file without line end is as the one before, else as LF. */
export const lineEndAt = (bytes: Uint8Array, offset: number): "\n" | "\r\n" => {
  const after = bytes.indexOf(LF, offset);
  const feed = after === -1 ? bytes.lastIndexOf(LF) : after;
  return feed > 0 && bytes[feed - 1] === CR ? "\r\n" : "\n";
};

/** Whether nothing but blanks stands before the offset in its line. */
export const beginsLine = (bytes: Uint8Array, offset: number): boolean => {
  for (let at = lineStart(bytes, offset); at < offset; at += 1) if (!isBlank(bytes[at])) return false;
  return true;
};

/** The whole lines that a span touches, the last line feed included. */
export const wholeLines = (bytes: Uint8Array, { start, end }: Span): Span => ({
  start: lineStart(bytes, start),
  end: end > start && bytes[end - 1] === LF ? end : lineEnd(bytes, end),
});

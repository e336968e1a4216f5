import type { Span } from "../../bytes/index.ts";

const [LF, CR, BACKSLASH] = [0x0a, 0x0d, 0x5c];

/** A file's bytes, and the same with one character a byte, from which words are cut cheaply. */
export type Source = { readonly bytes: Buffer; readonly characters: string };

/** Any bytes, ready to be read. */
export const toSource = (bytes: Buffer): Source => ({ bytes, characters: bytes.toString("latin1") });

/** `span` has the line end; `text` reaches from the first to behind the last byte that is no blank. */
export type LogicalLine = { readonly span: Span; readonly text: Span; readonly lines: number };

/** `isspace` of the C locale. */
export const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= CR);

const endsInBackslash = (bytes: Buffer, start: number, feed: number): boolean => {
  const last = bytes[feed - 1] === CR ? feed - 2 : feed - 1;
  return last >= start && bytes[last] === BACKSLASH;
};

/** Where the continuation (`\`, perhaps CR, LF) ends that begins at `at`, or nothing when there is none. */
export const behindContinuation = (bytes: Buffer, at: number): number | undefined => {
  if (bytes[at] !== BACKSLASH) return undefined;
  const feed = bytes[at + 1] === CR ? at + 2 : at + 1;
  return bytes[feed] === LF ? feed + 1 : undefined;
};

const behindEmpty = (bytes: Buffer, at: number): number | undefined =>
  isBlank(bytes[at]) ? at + 1 : behindContinuation(bytes, at);

/** Where something begins that is neither a blank nor a continuation, at the latest `end`. */
export const behindBlanks = (bytes: Buffer, from: number, end: number): number => {
  let at = from;
  for (let next = behindEmpty(bytes, at); next !== undefined && at < end; next = behindEmpty(bytes, at)) at = next;
  return Math.min(at, end);
};

const trimmedEnd = (bytes: Buffer, start: number, end: number): number => {
  let at = end;
  while (at > start && isBlank(bytes[at - 1])) at -= 1;
  return at;
};

/**
 * The line that begins at `start`, with all the lines it is continued on: a backslash right before a line end takes
 * both away, in comments too, even if another backslash stands before it (`ap_cfg_getline` in server/util.c).
 */
export const logicalLine = ({ bytes, characters }: Source, start: number): LogicalLine => {
  let [end, lines] = [start, 0];
  for (let isContinued = true; isContinued && end < bytes.length;) {
    const feed = characters.indexOf("\n", end);
    isContinued = feed !== -1 && endsInBackslash(bytes, end, feed);
    end = feed === -1 ? bytes.length : feed + 1;
    lines += 1;
  }
  const first = behindBlanks(bytes, start, end);
  return { span: { start, end }, text: { start: first, end: trimmedEnd(bytes, first, end) }, lines };
};

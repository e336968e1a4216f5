import { BYTE } from "./byte-class.ts";
import { isQuote } from "./scan-word.ts";

/** How long the opening `[`, `[=`, `[==` … `[` of a long bracket is, or nothing when there is none. */
const longBracketLevel = (bytes: Buffer, start: number): number | undefined => {
  let at = start + 1;
  while (bytes[at] === BYTE.equals) at += 1;
  return bytes[at] === BYTE.openBracket ? at - start - 1 : undefined;
};

const behindLongBracket = (bytes: Buffer, start: number, level: number): number | undefined => {
  const close = `]${"=".repeat(level)}]`;
  const found = bytes.indexOf(close, start + level + 2, "latin1");
  return found === -1 ? undefined : found + close.length;
};

/** A string ends in its own line, or it is no string and its quote is skipped. */
const behindString = (bytes: Buffer, start: number): number => {
  const quote = bytes[start];
  for (let at = start + 1; at < bytes.length; at += 1) {
    if (bytes[at] === quote) return at + 1;
    if (bytes[at] === BYTE.backslash) at += 1;
    if (bytes[at] === BYTE.lineFeed) break;
  }
  return start + 1;
};

const behindBracket = (bytes: Buffer, start: number): number | undefined => {
  const level = longBracketLevel(bytes, start);
  return level === undefined ? start + 1 : behindLongBracket(bytes, start, level);
};

const behindDash = (bytes: Buffer, start: number): number | undefined => {
  if (bytes[start + 1] !== BYTE.dash) return start + 1;
  const bracket = start + 2;
  const level = bytes[bracket] === BYTE.openBracket ? longBracketLevel(bytes, bracket) : undefined;
  if (level !== undefined) return behindLongBracket(bytes, bracket, level);
  const lineFeed = bytes.indexOf(BYTE.lineFeed, start);
  return lineFeed === -1 ? undefined : lineFeed;
};

const behindToken = (bytes: Buffer, at: number): number | undefined => {
  const byte = bytes[at];
  if (byte === BYTE.dash) return behindDash(bytes, at);
  if (byte === BYTE.openBracket) return behindBracket(bytes, at);
  return isQuote(byte) ? behindString(bytes, at) : at + 1;
};

/**
 * The offset of the `}` that closes Lua code beginning at `start`, or nothing. Braces are counted outside of strings,
 * long brackets and comments, as the lexer of lua-nginx-module does (util/gen-lexer-c).
 */
export const skipLua = (bytes: Buffer, start: number): number | undefined => {
  let depth = 1;
  for (let at: number | undefined = start; at !== undefined && at < bytes.length; at = behindToken(bytes, at)) {
    if (bytes[at] === BYTE.openBrace) depth += 1;
    if (bytes[at] === BYTE.closeBrace) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
};

import { toText } from "../../bytes/byte-text.ts";
import { BYTE, endsWord } from "./byte-class.ts";
import type { Word } from "./directive.ts";

const UNESCAPED: Readonly<Record<string, string>> = { t: "\t", r: "\r", n: "\n" };
const ESCAPES = /\\(["'\\trn])/g;
const LAST_ASCII = 0x7f;

/** nginx unescapes `\"`, `\'`, `\\`, `\t`, `\r` and `\n`; before anything else the backslash stays. */
const unescape = (text: string): string =>
  text.replaceAll(ESCAPES, (_, escaped: string) => UNESCAPED[escaped] ?? escaped);

/** A file's bytes, and the same with one character a byte, from which plain words are cut cheaply. */
export type Source = { readonly bytes: Buffer; readonly characters: string };

const plainWord = ({ characters }: Source, start: number, end: number): string => characters.slice(start, end);

const escapedWord = ({ bytes }: Source, start: number, end: number): string =>
  unescape(toText(bytes.subarray(start, end)));

const scanQuoted = (source: Source, start: number): Word | undefined => {
  const { bytes } = source;
  const quote = bytes[start];
  let isPlain = true;
  for (let at = start + 1; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) return { start, end: at + 1, text: (isPlain ? plainWord : escapedWord)(source, start + 1, at) };
    if (byte === BYTE.backslash) at += 1;
    if (byte === BYTE.backslash || byte > LAST_ASCII) isPlain = false;
  }
  return undefined;
};

/** A brace right behind `$` belongs to a variable, so do further ones behind it. */
const scanBare = (source: Source, start: number): Word => {
  const { bytes } = source;
  let isPlain = true;
  let isVariable = false;
  let at = start;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isVariable && byte === BYTE.openBrace) continue;
    if (endsWord(byte)) break;
    isVariable = byte === BYTE.dollar;
    if (byte === BYTE.backslash) at += 1;
    if (byte === BYTE.backslash || byte > LAST_ASCII) isPlain = false;
  }
  const end = Math.min(at, bytes.length);
  return { start, end, text: (isPlain ? plainWord : escapedWord)(source, start, end) };
};

export const isQuote = (byte: number | undefined): boolean => byte === BYTE.doubleQuote || byte === BYTE.singleQuote;

/**
 * The word that begins at `start`, by the rules of nginx's own lexer (`ngx_conf_read_token` in
 * src/core/ngx_conf_file.c): quotes count only at the start of a word. Nothing when a quote is never closed.
 */
export const scanWord = (source: Source, start: number): Word | undefined =>
  isQuote(source.bytes[start]) ? scanQuoted(source, start) : scanBare(source, start);

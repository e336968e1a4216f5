import { fromText, type Span, toText } from "../../bytes/index.ts";
import type { Word } from "./config-item.ts";
import { behindContinuation, type Source } from "./logical-line.ts";

/** The text of a logical line without its continuations, and where each of its characters stands in the file. */
type Joined = { readonly text: string; readonly offsetOf: (index: number) => number };

const BLANK = /\s/;
const ONLY_ASCII = /^[\0-\x7f]*$/;

const joinedSlow = ({ bytes, characters }: Source, { start, end }: Span): Joined => {
  const offsets: number[] = [];
  for (let at = start; at < end;) {
    const behind = behindContinuation(bytes, at);
    if (behind === undefined) offsets.push(at);
    at = behind ?? at + 1;
  }
  const text = offsets.map((at) => characters[at] ?? "").join("");
  return { text, offsetOf: (index) => offsets[index] ?? end };
};

const joined = (source: Source, span: Span): Joined => {
  const text = source.characters.slice(span.start, span.end);
  return text.includes("\n") ? joinedSlow(source, span) : { text, offsetOf: (index) => span.start + index };
};

const toReal = (text: string): string => (ONLY_ASCII.test(text) ? text : toText(Buffer.from(text, "latin1")));

/** The raw text of a span as the server sees it: continuations are gone, quotes and escapes are not. */
export const rawText = (source: Source, span: Span): string => toReal(joined(source, span).text);

const closingQuote = (text: string, start: number): number => {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === quote) return at;
    const next = text[at + 1];
    if (text[at] === "\\" && (next === quote || next === "\\")) at += 1;
  }
  return text.length;
};

const unescape = (text: string, quote: string | undefined): string => {
  if (!text.includes("\\")) return text;
  return text.replaceAll(/\\(.)/gs, (pair, next: string) => (next === "\\" || next === quote ? next : pair));
};

type Cut = { readonly end: number; readonly text: string };

const cutWord = (text: string, start: number): Cut => {
  const first = text[start];
  if (first === '"' || first === "'") {
    const close = closingQuote(text, start);
    return { end: Math.min(close + 1, text.length), text: unescape(text.slice(start + 1, close), first) };
  }
  let end = start;
  while (end < text.length && !BLANK.test(text[end] ?? "")) end += 1;
  return { end, text: unescape(text.slice(start, end), undefined) };
};

/** The arguments in a span, by the rules of `ap_getword_conf` in server/util.c. Variables stay as they are written. */
export const splitArgs = (source: Source, span: Span): readonly Word[] => {
  const { text, offsetOf } = joined(source, span);
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    if (BLANK.test(text[at] ?? "")) {
      at += 1;
      continue;
    }
    const word = cutWord(text, at);
    words.push({ start: offsetOf(at), end: offsetOf(word.end - 1) + 1, text: toReal(word.text) });
    at = word.end;
  }
  return words;
};

const NEEDS_QUOTES = /[\s"'\\]|^$|^[<#]/;

/** One argument as it has to be written to be read as `text`: in double quotes where it needs them. */
export const quotedArg = (text: string): string =>
  NEEDS_QUOTES.test(text) ? `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"` : text;

/** An argument in the style of the one it replaces: quoted if that was. */
export const argLike = (source: Source, old: Span, text: string): Buffer => {
  const isQuoted = source.characters[old.start] === '"';
  return fromText(isQuoted && !NEEDS_QUOTES.test(text) ? `"${text}"` : quotedArg(text));
};

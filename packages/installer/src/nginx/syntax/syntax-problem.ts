import { toReadable, toText } from "../../bytes/byte-text.ts";
import { positionOf } from "../../bytes/position.ts";

/** Why bytes are no nginx configuration. */
export type SyntaxProblem = {
  readonly kind:
    | "unexpected-byte"
    | "unclosed-quote"
    | "unclosed-directive"
    | "unclosed-block"
    | "unclosed-code"
    | "nothing-to-close";
  /** Where the trouble is seen or, for what is never closed, where it begins. Line and column count from 1. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
};

const SENTENCES: Readonly<Record<SyntaxProblem["kind"], (found: string) => string>> = {
  "unexpected-byte": (found) => `"${found}" cannot stand here`,
  "unclosed-quote": (found) => `the quote ${found} that begins here is never closed`,
  "unclosed-directive": () => 'the directive that begins here is never ended with ";"',
  "unclosed-block": () => 'the block that begins here is never closed with "}"',
  "unclosed-code": () => 'the Lua code that begins here is never closed with "}"',
  "nothing-to-close": () => '"}" closes a block that was never opened in this file',
};

/** The problem at an offset, with its place counted out and in words. */
export const syntaxProblem = (kind: SyntaxProblem["kind"], offset: number, bytes: Uint8Array): SyntaxProblem => {
  const { line, column } = positionOf(bytes, offset);
  const found = toReadable(toText(bytes.subarray(offset, offset + 1)));
  return { kind, offset, line, column, sentence: `line ${line}, column ${column}: ${SENTENCES[kind](found)}` };
};

import { positionOf, toReadable } from "../../bytes/index.ts";

/** Why bytes are no Apache configuration. */
export type SyntaxProblem = {
  readonly kind: "nul-byte" | "unclosed-section" | "nothing-to-close" | "other-section-open" | "too-deep";
  /** Where the trouble is seen or, for what is never closed, where it begins. Line and column count from 1. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
};

const SENTENCES: Readonly<Record<SyntaxProblem["kind"], (found: string) => string>> = {
  "nul-byte": () => "a NUL byte cannot stand here; the file may be UTF-16",
  "unclosed-section": (found) => `<${found}> is never closed`,
  "nothing-to-close": (found) => `</${found}> closes a section that was never opened in this file`,
  "other-section-open": (found) => `</${found}> closes a section, but another one is open inside of it`,
  "too-deep": (found) => `<${found}> is nested too deep`,
};

export type SyntaxTrouble = { readonly kind: SyntaxProblem["kind"]; readonly offset: number; readonly found: string };

/** The trouble with its place counted out and in words. */
export const syntaxProblem = ({ kind, offset, found }: SyntaxTrouble, bytes: Uint8Array): SyntaxProblem => {
  const { line, column } = positionOf(bytes, offset);
  const sentence = `line ${line}, column ${column}: ${SENTENCES[kind](toReadable(found))}`;
  return { kind, offset, line, column, sentence };
};

import { codeOf, withoutComments } from "./regions.ts";

/** What a file imports, and in which line; `names` are those asked for by name. */
export type Import = { readonly specifier: string; readonly line: number; readonly names: readonly string[] };

const STATIC = /\b(?:import|export)\b(?<clause>[^"'`;()=]*)["'](?<specifier>[^"'\n]+)["']/g;
const DYNAMIC = /\bimport\s*\(\s*["'](?<specifier>[^"'\n]+)["']/g;

const namesIn = (clause: string): readonly string[] => {
  const braces = /\{([^}]*)\}/.exec(clause)?.[1] ?? "";
  return braces
    .split(",")
    .map((part) => part.replace(/^\s*type\s/, "").trim())
    .map((part) => part.split(/\s+as\s+/)[0] ?? "")
    .filter((name) => name !== "");
};

/** A statement begins a line; `import type("…")` and the word in the middle of an expression are none. */
const beginsLine = (code: string, at: number): boolean => /(^|[\n;}])\s*$/.test(code.slice(Math.max(0, at - 80), at));

/** `export const a = "b"` has a string and imports nothing. */
const isImportClause = (clause: string): boolean => /^\s*(type\s*)?([\w$\s,*{}]*\s*from\s*)?$/.test(clause);

/** Every module a TypeScript text imports: statements, exports from elsewhere, and dynamic imports of a fixed name. */
export const importsOf = (text: string): readonly Import[] => {
  const code = codeOf(text);
  const readable = withoutComments(text);
  const lineOf = (at: number): number => code.slice(0, at).split("\n").length;
  const found = [...readable.matchAll(STATIC), ...readable.matchAll(DYNAMIC)];
  return found
    .toSorted((left, right) => left.index - right.index)
    .flatMap(({ index, groups }) => {
      const { clause, specifier } = groups ?? {};
      const isCode = /^(import|export)\b/.test(code.slice(index, index + 7));
      const isImport = clause === undefined || (beginsLine(code, index) && isImportClause(clause));
      if (!isCode || !isImport || specifier === undefined) return [];
      return [{ specifier, line: lineOf(index), names: namesIn(clause ?? "") }];
    });
};

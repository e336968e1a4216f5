import { posix } from "node:path";
import { importsOf } from "../../architecture/source/imports-of.ts";
import type { SourceFile } from "../../architecture/source/source-file.ts";
import { isTypeScript } from "../../architecture/source/source-file.ts";

const escaped = (text: string): string => text.replaceAll(/[^\w]/g, String.raw`\$&`);

/** A program is named as a whole string, alone or at the end of a path. */
const names = (text: string, program: string): boolean =>
  new RegExp(String.raw`["'\`](?:/[\w./-]*/)?${escaped(program)}["'\`]`).test(text);

const importers = (files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> => {
  const edges = files.flatMap(({ path, text }) =>
    importsOf(text)
      .filter(({ specifier }) => specifier.startsWith("."))
      .map(({ specifier }) => ({ target: posix.join(posix.dirname(path), specifier), path })),
  );
  const byTarget = Map.groupBy(edges, ({ target }) => target);
  return new Map([...byTarget].map(([target, found]) => [target, found.map(({ path }) => path)]));
};

/** The files of this table are no users of the programs it names. */
const isTable = ({ path }: SourceFile): boolean => path.startsWith("test/run/");

/** The test files that start a program, themselves or through what they import by path; sorted. */
export const testFilesNeeding = (program: string, files: readonly SourceFile[]): readonly string[] => {
  const code = files.filter((file) => isTypeScript(file) && !isTable(file));
  const importersOf = importers(code);
  const reached = new Set<string>();
  const toVisit = code.filter(({ text }) => names(text, program)).map(({ path }) => path);
  for (let path = toVisit.pop(); path !== undefined; path = toVisit.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    toVisit.push(...(importersOf.get(path) ?? []));
  }
  return [...reached].filter((path) => path.endsWith(".test.ts")).toSorted();
};

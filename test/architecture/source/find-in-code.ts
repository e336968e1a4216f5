import { codeOf } from "./regions.ts";
import type { SourceFile } from "./source-file.ts";

/** Something found in a file: the text itself, and where it is, as `path:line`. */
export type Place = { readonly path: string; readonly where: string; readonly found: string };

const lineOf = (text: string, at: number): number => text.slice(0, at).split("\n").length;

const placesIn = (files: readonly SourceFile[], pattern: RegExp, read: (text: string) => string): readonly Place[] =>
  files.flatMap(({ path, text }) =>
    [...read(text).matchAll(pattern)].map(({ index, 0: found }) => ({
      path,
      where: `${path}:${lineOf(text, index)}`,
      found,
    })),
  );

/** Matches of a global pattern in the code of files; comments, strings and patterns do not count. */
export const findInCode = (files: readonly SourceFile[], pattern: RegExp): readonly Place[] =>
  placesIn(files, pattern, codeOf);

/** Matches of a global pattern anywhere in files. */
export const findInText = (files: readonly SourceFile[], pattern: RegExp): readonly Place[] =>
  placesIn(files, pattern, (text) => text);

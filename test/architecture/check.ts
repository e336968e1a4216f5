import type { SourceFile } from "./source/source-file.ts";

/** One thing that holds for the whole repository. `find` gives a sentence for every place where it does not. */
export type Check = {
  readonly title: string;
  readonly find: (files: readonly SourceFile[]) => readonly string[];
};

/** A committed text file: its path from the root of the repository, with `/`, and what is in it. */
export type SourceFile = { readonly path: string; readonly text: string };

export const isTypeScript = ({ path }: SourceFile): boolean => path.endsWith(".ts");

/** Whether a file only runs in tests: beside what it tests, or in a folder `test`. */
export const isTestFile = ({ path }: SourceFile): boolean =>
  path.endsWith(".test.ts") || path.startsWith("test/") || path.includes("/test/");

/** A file the server read. `depth` is 0 for the first one; `line` is that of the Include in the file one level up. */
export type DumpedInclude = { readonly path: string; readonly depth: number; readonly line: number | undefined };

const HEAD = "Included configuration files:";
const ENTRY = /^( +)\((\d+|\*)\) (.+)$/;
const INDENT = 2;

/** Reads what `-t -D DUMP_INCLUDES` prints: the files in the order in which they were read. */
export const parseIncludeDump = (text: string): readonly DumpedInclude[] => {
  const found: DumpedInclude[] = [];
  for (const one of text
    .slice(Math.max(0, text.indexOf(HEAD)))
    .split("\n")
    .slice(1)) {
    const [, indent = "", line, path] = ENTRY.exec(one.trimEnd()) ?? [];
    if (path === undefined) break;
    found.push({ path, depth: indent.length / INDENT - 1, line: line === "*" ? undefined : Number(line) });
  }
  return found;
};

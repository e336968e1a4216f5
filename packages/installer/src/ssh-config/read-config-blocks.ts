import { matchesGlob } from "../host-keys/index.ts";
import type { ConfigLine } from "./tokenise.ts";
import { tokenise } from "./tokenise.ts";

/** The files that an ssh_config is made of. */
export type ConfigReader = {
  /** Text of a file; nothing when it is not there or cannot be read. */
  readonly read: (path: string) => string | undefined;
  /** Names in a folder, in any order; none when it is not there. */
  readonly list: (folder: string) => readonly string[];
};

export type Included = { readonly reader: ConfigReader; readonly home: string; readonly folder: string };

/** As OpenSSH: deeper is an error there, and the end here. */
const DEEPEST = 16;
const WILDCARD = /[*?]/;

const absolute = (path: string, { home, folder }: Included): string => {
  if (path.startsWith("~/")) return home + path.slice(1);
  return path.startsWith("/") ? path : `${folder}/${path}`;
};

/** Files that match, sorted as glob(3) does; wildcards may stand in folders too, and match no leading dot. */
const expandGlob = (path: string, { list }: ConfigReader): readonly string[] => {
  const [, ...parts] = path.split("/");
  return parts.reduce<readonly string[]>(
    (folders, part) =>
      folders.flatMap((folder) => {
        if (!WILDCARD.test(part)) return [`${folder}/${part}`];
        const names = list(folder === "" ? "/" : folder).filter((name) => matchesGlob(part, name));
        return names
          .filter((name) => part.startsWith(".") || !name.startsWith("."))
          .toSorted()
          .map((name) => `${folder}/${name}`);
      }),
    [""],
  );
};

/** A line with the conditions of the file it stands in: an `Include` below `Host` counts for that host alone. */
export type ConfigBlock = { readonly condition: ConfigLine | undefined; readonly lines: readonly ConfigEntry[] };
export type ConfigEntry = ConfigLine | { readonly included: readonly ConfigBlock[] };

const CONDITIONS: ReadonlySet<string> = new Set(["host", "match"]);

const includedBy = (words: readonly string[], where: Included, depth: number): readonly ConfigBlock[] =>
  words
    .flatMap((word) => expandGlob(absolute(word, where), where.reader))
    .flatMap((path) => readConfigBlocks(path, where, depth + 1));

/** Reads a file and all it includes, as blocks that begin with `Host` or `Match`; the first has no condition. */
export const readConfigBlocks = (path: string, where: Included, depth = 0): readonly ConfigBlock[] => {
  const text = depth > DEEPEST ? undefined : where.reader.read(path);
  const blocks: { condition: ConfigLine | undefined; lines: ConfigEntry[] }[] = [{ condition: undefined, lines: [] }];
  for (const line of tokenise(text ?? "")) {
    if (CONDITIONS.has(line.keyword)) blocks.push({ condition: line, lines: [] });
    else if (line.keyword === "include") blocks.at(-1)?.lines.push({ included: includedBy(line.words, where, depth) });
    else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
};

import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const FIXTURES = join(import.meta.dirname, "fixtures");

const filesIn = (folder: string): readonly string[] =>
  globSync("**/*", { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());

/** The files of one tree, by their path in it. */
export const fixtureTree = (name: string): ReadonlyMap<string, Buffer> => {
  const folder = join(FIXTURES, name);
  return new Map(filesIn(folder).map((path) => [path, readFileSync(join(folder, path))]));
};

/** All files of all trees. */
export const allFixtures = (): ReadonlyMap<string, Buffer> => fixtureTree(".");

/** What Debian's package has put below a folder of the machine. */
export const installedFiles = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(filesIn(folder).map((path) => [join(folder, path), readFileSync(join(folder, path))]));

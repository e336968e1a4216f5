import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { failure } from "@hostseal/core";

/** The data folder of a demo. */
export type DemoHome = AsyncDisposable & { readonly path: string };

const refused = (named: string, because: string) => failure("input.option", { option: `--home ${named}`, because });

const codeOf = (thrown: unknown): string | undefined => (thrown as NodeJS.ErrnoException).code;

/** Makes a folder with those above it, one by one: Node's own recursive `mkdir` never ends below a folder like /proc. */
const makeFolders = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (thrown) {
    if (codeOf(thrown) === "EEXIST" && (await stat(path)).isDirectory()) return;
    if (codeOf(thrown) !== "ENOENT" || existsSync(dirname(path))) throw thrown;
    await makeFolders(dirname(path));
    await mkdir(path, { mode: 0o700 });
  }
};

const makeHome = async (path: string, named: string): Promise<void> => {
  try {
    await makeFolders(path);
  } catch (thrown) {
    throw refused(named, `it cannot be made (${codeOf(thrown)})`);
  }
};

const inTemporaryFolder = async (): Promise<DemoHome> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-demo-"));
  return {
    path: join(folder, "home"),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
};

/** A folder that somebody named stays; it must be empty. Otherwise a temporary one, which goes with the demo. */
export const openDemoHome = async (named: string | undefined): Promise<DemoHome> => {
  if (named === undefined) return inTemporaryFolder();
  const path = resolve(named);
  await makeHome(path, named);
  if ((await readdir(path)).length > 0) throw refused(named, "the demo needs an empty folder");
  return { path, [Symbol.asyncDispose]: () => Promise.resolve() };
};

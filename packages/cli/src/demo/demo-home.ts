import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { failure } from "@hostseal/core";

/** The data folder of a demo. */
export type DemoHome = AsyncDisposable & { readonly path: string };

const refused = (named: string, because: string) => failure("input.option", { option: `--home ${named}`, because });

const makeFolder = async (path: string, named: string): Promise<void> => {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw refused(named, `it cannot be made (${(thrown as NodeJS.ErrnoException).code})`);
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
  await makeFolder(path, named);
  if ((await readdir(path)).length > 0) throw refused(named, "the demo needs an empty folder");
  return { path, [Symbol.asyncDispose]: () => Promise.resolve() };
};

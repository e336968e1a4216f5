import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { failure } from "@hostseal/core";

/** The data folder of a demo. */
export type DemoHome = AsyncDisposable & { readonly path: string };

const isEmpty = async (path: string): Promise<boolean> => {
  try {
    return (await readdir(path)).length === 0;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return true;
    throw failure("input.option", { option: `--home ${path}`, because: "it is no folder that can be used" });
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
  if (!(await isEmpty(path)))
    throw failure("input.option", { option: `--home ${named}`, because: "the demo needs an empty folder" });
  return { path, [Symbol.asyncDispose]: () => Promise.resolve() };
};

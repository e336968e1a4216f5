import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { failure, reasonOf } from "@hostseal/core";
import { splitPem } from "@hostseal/pki";

const readRoots = async (path: string): Promise<readonly string[]> => {
  try {
    const roots = splitPem(await readFile(path, "utf8"));
    if (roots.length > 0) return roots;
  } catch (thrown) {
    throw failure("config.invalid", { path, because: reasonOf(thrown) }, { cause: thrown });
  }
  throw failure("config.invalid", { path, because: "there is no PEM certificate in it" });
};

/** The certificates of PEM files, which are named relative to the data folder. Fails with `config.invalid`. */
export const readRootFiles = async (files: readonly string[], home: string): Promise<readonly string[]> =>
  (await Promise.all(files.map((file) => readRoots(resolve(home, file))))).flat();

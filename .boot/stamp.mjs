import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./surroundings.mjs";

const digest = (paths) => {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex");
};

/**
 * Remembers from which files something was installed, so that it is done again only when they have changed, when it
 * was interrupted, or when one of the `results` is gone.
 */
export const stampOf = (file, sources, results) => {
  const wanted = digest(sources);
  const isFresh = () =>
    existsSync(file) && readFileSync(file, "utf8") === wanted && results.every((result) => existsSync(result));
  return {
    isFresh,
    renew: (install) => {
      if (isFresh()) return;
      rmSync(file, { force: true });
      install();
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, wanted);
    },
  };
};

import { chmod, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { failure, reasonOf } from "@hostseal/core";
import { configSchema } from "./config-schema.ts";
import { putIntoJson } from "./json-edit.ts";
import { CONFIG_FILE } from "./load-config.ts";

const PERMISSIONS = 0o777;

/** The new text stands there whole or not at all, with the mode of the old one. */
const replace = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.part`;
  try {
    await using file = await open(draft, "w", 0o600);
    await file.writeFile(text);
    await file.sync();
    await chmod(draft, (await stat(path)).mode & PERMISSIONS);
    await rename(draft, path);
  } catch (thrown) {
    await rm(draft, { force: true });
    throw thrown;
  }
};

/**
 * Puts a value into `hostseal.json`; everything else in it stays as it was written. Fails with `config.invalid` when the
 * file cannot be written, or would not be a configuration any more.
 */
export const writeIntoConfig = async (home: string, path: readonly string[], value: unknown): Promise<void> => {
  const file = await realpath(join(home, CONFIG_FILE));
  const after = putIntoJson(await readFile(file, "utf8"), path, value);
  const parsed = configSchema.safeParse(JSON.parse(after));
  if (!parsed.success) {
    const because = parsed.error.issues
      .map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`)
      .join("; ");
    throw failure("config.invalid", { path: file, because });
  }
  try {
    await replace(file, after);
  } catch (thrown) {
    throw failure("config.invalid", { path: file, because: reasonOf(thrown) }, { cause: thrown });
  }
};

import { readFile, stat } from "node:fs/promises";
import { failure } from "@hostseal/core";

const LARGEST = 1_048_576;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EISDIR: "it is a folder",
};

const reasonOf = (thrown: unknown): string => {
  const code = (thrown as NodeJS.ErrnoException).code ?? "";
  return reasons[code] ?? `it cannot be read (${code})`;
};

const readBounded = async (path: string): Promise<string> => {
  if ((await stat(path)).size > LARGEST)
    throw failure("input.option", { option: path, because: "the file is too large" });
  return readFile(path, "utf8");
};

/** A file that an option names. Fails with `input.option`. */
export const readTextFile = async (option: string, path: string): Promise<string> => {
  try {
    return await readBounded(path);
  } catch (thrown) {
    throw failure("input.option", { option: `${option} ${path}`, because: reasonOf(thrown) }, { cause: thrown });
  }
};

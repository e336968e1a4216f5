import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { refusal } from "./panel-refusal.ts";

const FOLDER = ".well-known";
/** Nothing a CA asks for has other characters, and without a leading dot no step leads upwards. */
const SEGMENT = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/;
const LARGEST_FILE = 65_536;

/** Where `/.well-known/…` lies below a home; refuses every other path. */
const fileFor = (home: string, path: string): string => {
  const [root, first, ...segments] = path.split("/");
  const isInside = root === "" && first === FOLDER && segments.length > 0;
  if (!isInside || !segments.every((segment) => SEGMENT.test(segment))) {
    throw refusal(422, "path_not_allowed", "Only files below /.well-known/ can be written");
  }
  return join(home, FOLDER, ...segments);
};

/** A folder where a file should be, or the other way round. */
const refuseTakenPath = (thrown: unknown): never => {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  if (!["EISDIR", "ENOTDIR", "EEXIST", "ERR_FS_EISDIR"].includes(code)) throw thrown;
  throw refusal(409, "path_taken", "Something else is at this path");
};

const write = async (file: string, body: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, body);
};

export const writeWellKnown = async (home: string, path: string, body: string): Promise<void> => {
  const file = fileFor(home, path);
  if (body.length > LARGEST_FILE) throw refusal(422, "too_large", "The file is too large");
  await write(file, body).catch(refuseTakenPath);
};

/** Removing what is gone is success. */
export const removeWellKnown = async (home: string, path: string): Promise<void> => {
  await rm(fileFor(home, path), { force: true }).catch(refuseTakenPath);
};

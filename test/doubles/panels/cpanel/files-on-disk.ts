import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import { refusal } from "./refusal.ts";
import { type ServerState, webspacesOf } from "./server-state.ts";
import { homeOf } from "./uapi/domains.ts";

/** A path of the account, absolute or from its home on; refuses what is not the account's. */
export const pathOf = (state: ServerState, account: string, path: string): string => {
  const home = homeOf(state, account);
  const whole = path.startsWith(sep) ? normalize(path) : join(home, path);
  const roots = webspacesOf(state, account).map((webspace) => webspace.home);
  if (!roots.some((root) => whole === root || whole.startsWith(root + sep)))
    throw refusal(`“${path}” is not accessible.`);
  return whole;
};

export const kindOf = async (path: string): Promise<"file" | "dir" | undefined> => {
  try {
    return (await stat(path)).isDirectory() ? "dir" : "file";
  } catch {
    return undefined;
  }
};

export const writeIn = async (folder: string, name: string, bytes: Uint8Array): Promise<void> => {
  if ((await kindOf(folder)) !== "dir") throw refusal(`The directory “${folder}” does not exist.`);
  if (name.includes(sep)) throw refusal(`“${name}” is not a valid file name.`);
  await writeFile(join(folder, name), bytes);
};

/** Everything in it goes too. */
export const deleteAll = async (path: string): Promise<void> => {
  if ((await kindOf(path)) === undefined) throw refusal(`“${path}” does not exist.`);
  await rm(path, { recursive: true });
};

export const makeFolder = async (folder: string, name: string): Promise<string> => {
  const path = join(folder, name);
  if ((await kindOf(folder)) !== "dir") throw refusal(`The directory “${folder}” does not exist.`);
  if ((await kindOf(path)) !== undefined) throw refusal(`Could not create directory “${path}”: File exists`);
  await mkdir(path);
  return path;
};

export const makeFolders = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
};

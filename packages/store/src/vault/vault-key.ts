import { dirname } from "node:path";
import type { Failure, Random } from "@hostseal/core";
import { failure } from "@hostseal/core";
import { isErrno, toWriteFailure } from "../disk/disk-failure.ts";
import { writeSynced } from "../disk/durable-file.ts";
import type { FileSystem } from "../disk/file-system.ts";

const KEY_BYTES = 32;
const OTHERS = 0o077;

export type KeyFilePlace = { readonly files: FileSystem; readonly keyFile: string };

const toUnreadable = (because: string): Failure => failure("vault.unreadable", { because });

/**
 * The key under which everything is sealed, 32 bytes, base64 in a file of its own. Fails with `vault.unreadable` when
 * the file is missing, holds no key, or is open to others than its owner.
 */
export const readVaultKey = async ({ files, keyFile }: KeyFilePlace): Promise<Uint8Array> => {
  const mode = await modeOf({ files, keyFile });
  if (mode === undefined) throw toUnreadable(`the key file ${keyFile} is missing`);
  if ((mode & OTHERS) !== 0) {
    throw toUnreadable(`the key file ${keyFile} is open to others (mode ${mode.toString(8)}, not 600)`);
  }
  const key = Buffer.from(await readText({ files, keyFile }), "base64");
  if (key.length !== KEY_BYTES) throw toUnreadable(`the key file ${keyFile} does not hold a key`);
  return key;
};

/**
 * Makes the key file if there is none, whole or not at all: another start may be doing the same. Fails with
 * `store.full`.
 */
export const ensureVaultKey = async (place: KeyFilePlace, random: Random): Promise<void> => {
  if ((await modeOf(place)) !== undefined) return;
  const { files, keyFile } = place;
  const folder = dirname(keyFile);
  const fresh = `${keyFile}.${Buffer.from(random.bytes(6)).toString("hex")}`;
  try {
    await files.makeFolder(folder);
    await writeSynced(files, fresh, `${Buffer.from(random.bytes(KEY_BYTES)).toString("base64")}\n`);
    await linkUnlessThere(files, fresh, keyFile);
    await files.remove(fresh);
    await files.syncFolder(folder);
  } catch (error) {
    throw toWriteFailure(error, folder);
  }
};

const readText = async ({ files, keyFile }: KeyFilePlace): Promise<string> => {
  try {
    return await files.read(keyFile);
  } catch (error) {
    throw failure("vault.unreadable", { because: `the key file ${keyFile} cannot be read` }, { cause: error });
  }
};

const modeOf = async ({ files, keyFile }: KeyFilePlace): Promise<number | undefined> => {
  try {
    return await files.modeOf(keyFile);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return undefined;
    throw toUnreadable(`the key file ${keyFile} cannot be looked at`);
  }
};

const linkUnlessThere = async (files: FileSystem, path: string, secondPath: string): Promise<void> => {
  try {
    await files.link(path, secondPath);
  } catch (error) {
    if (!isErrno(error, "EEXIST")) throw error;
  }
};

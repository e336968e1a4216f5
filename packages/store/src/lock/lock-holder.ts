import type { Failure } from "@hostseal/core";
import { failure } from "@hostseal/core";
import { isErrno } from "../disk/disk-failure.ts";
import { writeSynced } from "../disk/durable-file.ts";
import type { FileSystem } from "../disk/file-system.ts";

/** The process number that a lock file names, if there is one. */
export const readHolder = async (files: FileSystem, lockFile: string): Promise<number | undefined> => {
  try {
    const pid = Number.parseInt(await files.read(lockFile), 10);
    return pid > 0 ? pid : undefined;
  } catch (error) {
    if (isErrno(error)) return undefined;
    throw error;
  }
};

/** Puts the file in place whole, so that nobody reads it without a number. Fails with `EEXIST` when it is there. */
export const writeHolder = async (files: FileSystem, lockFile: string): Promise<void> => {
  const fresh = `${lockFile}.${process.pid}`;
  await removeHolder(files, fresh);
  try {
    await writeSynced(files, fresh, `${process.pid}\n`);
    await files.link(fresh, lockFile);
  } finally {
    await removeHolder(files, fresh);
  }
};

/** A file that cannot be removed stays: it names a process that will be gone. */
export const removeHolder = async (files: FileSystem, lockFile: string): Promise<void> => {
  try {
    await files.remove(lockFile);
  } catch (error) {
    if (!isErrno(error)) throw error;
  }
};

export const toLocked = (folder: string, pid: number | undefined): Failure =>
  failure("store.locked", { folder, holder: pid === undefined ? "" : ` (number ${pid})` });

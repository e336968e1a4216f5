import type { Failure } from "@hostseal/core";
import { failure } from "@hostseal/core";
import { isErrno } from "../disk/disk-failure.ts";
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

/** Fails with `EEXIST` when the file is there. */
export const writeHolder = async (files: FileSystem, lockFile: string): Promise<void> => {
  const file = await files.create(lockFile);
  try {
    await file.write(`${process.pid}\n`);
  } finally {
    await file.close();
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

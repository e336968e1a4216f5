import { join } from "node:path";
import { takeFileLock } from "./file-lock.ts";
import type { FileSystem } from "../disk/file-system.ts";
import type { LockPlace, WriterLock } from "./lock-place.ts";
import { takeSocketLock } from "./socket-lock.ts";

/**
 * Takes the lock or fails with `store.locked`, naming the holder's process number where it is known.
 * Limit: it sees only its own machine and, on Linux, its own network namespace; two containers that share a volume are
 * not kept apart.
 */
export const takeWriterLock = async (
  files: FileSystem,
  folder: string,
  platform: NodeJS.Platform,
): Promise<WriterLock> => {
  const realFolder = await files.realPath(folder);
  const place: LockPlace = { files, folder: realFolder, lockFile: join(realFolder, "writer.lock") };
  return platform === "linux" ? takeSocketLock(place) : takeFileLock(place);
};

import { isErrno, toWriteFailure } from "../disk/disk-failure.ts";
import { readHolder, removeHolder, toLocked, writeHolder } from "./lock-holder.ts";
import type { LockPlace, WriterLock } from "./lock-place.ts";

/**
 * A lock for systems without abstract sockets: a file with the holder's process number. A file whose process is gone is
 * taken over. Two limits: two starts in the same instant after a crash may both take it over, and when another program
 * has been given the dead holder's number, an operator has to remove the file.
 */
export const takeFileLock = async (place: LockPlace): Promise<WriterLock> => {
  const { files, folder, lockFile } = place;
  if (!(await tryWrite(place))) {
    const holder = await readHolder(files, lockFile);
    if (holder !== undefined && isRunning(holder)) throw toLocked(folder, holder);
    await removeHolder(files, lockFile);
    if (!(await tryWrite(place))) throw toLocked(folder, await readHolder(files, lockFile));
  }
  return { release: async () => removeHolder(files, lockFile) };
};

const tryWrite = async ({ files, folder, lockFile }: LockPlace): Promise<boolean> => {
  try {
    await writeHolder(files, lockFile);
    return true;
  } catch (error) {
    if (isErrno(error, "EEXIST")) return false;
    throw toWriteFailure(error, folder);
  }
};

/** Signal 0 asks without sending; being forbidden to ask (`EPERM`) is a yes. */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, "EPERM");
  }
};

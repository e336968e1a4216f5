import { join } from "node:path";
import { toWriteFailure } from "./disk-failure.ts";
import type { FileSystem } from "./file-system.ts";

/** How many replaced files may still wait for their removal before writers wait too. */
const MOST_REMOVALS = 64;

/**
 * The place where documents are written before they get their name, and where replaced ones go. Nothing in it is worth
 * keeping: it is emptied at the start. It must lie on the same file system as the documents.
 */
export type TempFolder = {
  /** A path nothing bears yet. */
  next(): string;
  /** Removes a file behind the caller's back; waits only when too many removals are pending. Never fails. */
  discard(path: string): Promise<void>;
  /** Resolves when nothing waits for its removal any more. */
  settled(): Promise<void>;
};

/** Fails with `store.full` when the folder cannot be made or read; a stray that cannot be removed stays. */
export const openTempFolder = async (files: FileSystem, folder: string): Promise<TempFolder> => {
  const removals = new Set<Promise<void>>();
  let count = 0;

  const remove = async (path: string): Promise<void> => {
    try {
      await files.remove(path);
    } catch {
      // It is only a stray, and the next start tries again.
    }
  };

  for (const name of await makeAndList(files, folder)) await remove(join(folder, name));

  return {
    next: () => {
      count += 1;
      return join(folder, `${process.pid}-${count}`);
    },
    discard: async (path) => {
      const removal = remove(path).finally(() => removals.delete(removal));
      removals.add(removal);
      if (removals.size > MOST_REMOVALS) await Promise.race(removals);
    },
    settled: async () => {
      await Promise.all(removals);
    },
  };
};

const makeAndList = async (files: FileSystem, folder: string): Promise<readonly string[]> => {
  try {
    await files.makeFolder(folder);
    return await files.list(folder);
  } catch (error) {
    throw toWriteFailure(error, folder);
  }
};

import { join } from "node:path";
import { toWriteFailure } from "./disk-failure.ts";
import type { FileSystem } from "./file-system.ts";

/** The folders below a collection's own, made when they are first needed. All fail with `store.full`. */
export type CollectionFolders = {
  /** Resolves when the folder would survive a power cut. */
  ensure(part: string): Promise<void>;
};

/** Makes the collection's own folder, `folder` below `root`. */
export const openCollectionFolders = async (
  files: FileSystem,
  root: string,
  folder: string,
): Promise<CollectionFolders> => {
  const top = join(root, folder);
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw toWriteFailure(error, top);
    }
  };

  const present = await attempt(async () => {
    await files.makeFolder(top);
    await files.syncFolder(root);
    return new Set([".", ...(await files.list(top))]);
  });

  return {
    ensure: async (part) => {
      if (present.has(part)) return;
      await attempt(async () => {
        await files.makeFolder(join(top, part));
        await files.syncFolder(top);
      });
      present.add(part);
    },
  };
};

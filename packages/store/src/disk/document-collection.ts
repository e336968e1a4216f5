import { dirname, join } from "node:path";
import type { Adapter } from "lowdb";
import { Low } from "lowdb";
import { atMost } from "./at-most.ts";
import { openCollectionFolders } from "./collection-folders.ts";
import type { Decoded } from "./decoded.ts";
import { isErrno, toWriteFailure } from "./disk-failure.ts";
import type { Codec } from "./durable-file.ts";
import { createDurableFile } from "./durable-file.ts";
import type { FileHead, FileSystem } from "./file-system.ts";
import type { Layout } from "./layout.ts";
import type { TempFolder } from "./temp-folder.ts";

/** Named documents of one kind, each a lowdb database of its own over a durable file. */
export type DocumentCollection<T> = {
  /** Nothing when there is no such document; `store.corrupt` when it cannot be read. */
  read(name: string): Promise<T | undefined>;
  /** Durable when it resolves; when it fails (`store.full`) the old document is still there. One at a time per name. */
  write(name: string, value: T): Promise<void>;
  /** Durable when it resolves; removing what is gone is success. */
  remove(name: string): Promise<void>;
  /** The beginning of every file, folder by folder, with its path relative to the root. */
  heads(): AsyncIterable<{ readonly file: string; readonly head: FileHead }>;
  /** What is in a file that `heads` has found, whatever its name. */
  readFile(file: string): Promise<Decoded<T>>;
  /** What failures call a document: its path relative to the root. */
  titleOf(name: string): string;
};

export type CollectionOptions<T> = {
  readonly files: FileSystem;
  readonly temp: TempFolder;
  readonly root: string;
  /** The collection's folder below the root. */
  readonly folder: string;
  readonly layout: Layout;
  readonly codec: Codec<T>;
};

/** Far below the 1024 open files that systems commonly allow a process. */
const FILES_AT_ONCE = 64;

/** Makes the collection's folder. Fails with `store.full` when the disk does not take it. */
export const openDocumentCollection = async <T>(options: CollectionOptions<T>): Promise<DocumentCollection<T>> => {
  const { files, temp, root, folder, layout, codec } = options;
  const titleOf = (name: string): string => join(folder, layout.fileOf(name));
  const pathOf = (name: string): string => join(root, titleOf(name));
  /** Starts out as `null`, which lowdb never hands to the adapter. */
  const documentOf = (name: string): Low<T | null> => {
    const file = createDurableFile({ files, temp, path: pathOf(name), title: titleOf(name), codec });
    return new Low<T | null>(file as Adapter<T | null>, null);
  };

  const inTurn = atMost(FILES_AT_ONCE);
  const folders = await openCollectionFolders(files, root, folder);

  return {
    read: async (name) => {
      const document = documentOf(name);
      await inTurn(async () => document.read());
      return document.data ?? undefined;
    },
    write: async (name, value) => {
      const document = documentOf(name);
      document.data = value;
      await inTurn(async () => {
        await folders.ensure(dirname(layout.fileOf(name)));
        await document.write();
      });
    },
    remove: async (name) => removeDurably(files, pathOf(name)),
    heads: async function* heads() {
      for (const part of layout.folders) {
        const place = join(folder, part);
        const found = await files.readHeads(join(root, place));
        for (const head of found) yield { file: `${place}/${head.name}`, head };
      }
    },
    readFile: async (file) => codec.decode(await files.read(join(root, file))),
    titleOf,
  };
};

const removeDurably = async (files: FileSystem, path: string): Promise<void> => {
  try {
    await files.remove(path);
    await files.syncFolder(dirname(path));
  } catch (error) {
    if (!isErrno(error, "ENOENT")) throw toWriteFailure(error, dirname(path));
  }
};

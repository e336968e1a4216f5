import { dirname, join } from "node:path";
import type { Adapter } from "lowdb";
import { Low } from "lowdb";
import { isErrno, toWriteFailure } from "./disk-failure.ts";
import type { Codec } from "./durable-file.ts";
import { createDurableFile } from "./durable-file.ts";
import type { FileSystem, FolderText } from "./file-system.ts";
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
  /** The text of every file, folder by folder, with its path relative to the root. */
  texts(): AsyncIterable<{ readonly file: string; readonly content: FolderText }>;
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

/** Makes the missing folders. Fails with `store.full` when the disk does not take them. */
export const openDocumentCollection = async <T>(options: CollectionOptions<T>): Promise<DocumentCollection<T>> => {
  const { files, temp, root, folder, layout, codec } = options;
  const titleOf = (name: string): string => join(folder, layout.fileOf(name));
  const pathOf = (name: string): string => join(root, titleOf(name));
  /** Starts out as `null`, which lowdb never hands to the adapter. */
  const documentOf = (name: string): Low<T | null> => {
    const file = createDurableFile({ files, temp, path: pathOf(name), title: titleOf(name), codec });
    return new Low<T | null>(file as Adapter<T | null>, null);
  };

  await makeFolders(options);

  return {
    read: async (name) => {
      const document = documentOf(name);
      await document.read();
      return document.data ?? undefined;
    },
    write: async (name, value) => {
      const document = documentOf(name);
      document.data = value;
      await document.write();
    },
    remove: async (name) => removeDurably(files, pathOf(name)),
    texts: async function* texts() {
      for (const part of layout.folders) {
        const contents = await files.readFolder(join(root, folder, part));
        for (const content of contents) yield { file: join(folder, part, content.name), content };
      }
    },
    titleOf,
  };
};

const makeFolders = async ({
  files,
  root,
  folder,
  layout,
}: Omit<CollectionOptions<unknown>, "codec">): Promise<void> => {
  const top = join(root, folder);
  try {
    const present = new Set(await files.list(top));
    const missing = layout.folders.filter((part) => !present.has(part));
    for (const part of missing) await files.makeFolder(join(top, part));
    if (missing.length === 0) return;
    await files.syncFolder(top);
    await files.syncFolder(root);
  } catch (error) {
    throw toWriteFailure(error, top);
  }
};

const removeDurably = async (files: FileSystem, path: string): Promise<void> => {
  try {
    await files.remove(path);
    await files.syncFolder(dirname(path));
  } catch (error) {
    if (!isErrno(error, "ENOENT")) throw toWriteFailure(error, dirname(path));
  }
};

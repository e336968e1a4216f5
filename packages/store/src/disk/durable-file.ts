import { dirname } from "node:path";
import { failure } from "@hostseal/core";
import type { Adapter } from "lowdb";
import type { Decoded } from "./decoded.ts";
import { isErrno, toReadFailure, toWriteFailure } from "./disk-failure.ts";
import type { FileSystem } from "./file-system.ts";
import type { TempFolder } from "./temp-folder.ts";

/** How a document becomes text and comes back. */
export type Codec<T> = {
  encode(value: T): string;
  decode(text: string): Decoded<T>;
};

export type DurableFileOptions<T> = {
  readonly files: FileSystem;
  readonly temp: TempFolder;
  readonly path: string;
  /** What failures call this document. */
  readonly title: string;
  readonly codec: Codec<T>;
};

/**
 * lowdb's adapter for one file that survives a power cut once `write` has resolved: the text goes to a fresh file, which
 * is synced, renamed over the old one, and the folder synced (lowdb's own writer renames, but syncs neither).
 *
 * A `write` that fails (`store.full`) leaves the old document in place. For that the old file keeps a second name until
 * the new one is safe; that second name also keeps the freeing of its blocks out of the way of the caller.
 * `read` gives `null` when there is no file and fails with `store.corrupt` when it holds no such document.
 */
export const createDurableFile = <T>(options: DurableFileOptions<T>): Adapter<T> => ({
  read: async () => {
    const text = await readText(options);
    if (text === undefined) return null;
    const decoded = options.codec.decode(text);
    if (decoded.kind === "fine") return decoded.value;
    throw failure("store.corrupt", { document: options.title, because: decoded.because });
  },
  write: async (value) => {
    const { files, temp, path, codec } = options;
    const fresh = temp.next();
    try {
      await writeSynced(files, fresh, codec.encode(value));
      await putInPlace(options, fresh);
    } catch (error) {
      await temp.discard(fresh);
      throw toWriteFailure(error, dirname(path));
    }
  },
});

const readText = async ({ files, path, title }: Pick<DurableFileOptions<never>, "files" | "path" | "title">) => {
  try {
    return await files.read(path);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return undefined;
    throw toReadFailure(error, title);
  }
};

/** Makes a new file with this content, durable apart from its name. */
export const writeSynced = async (files: FileSystem, path: string, text: string): Promise<void> => {
  const file = await files.create(path);
  try {
    await file.write(text);
    await file.sync();
  } finally {
    await file.close();
  }
};

type Place = Pick<DurableFileOptions<never>, "files" | "temp" | "path">;

const putInPlace = async (place: Place, fresh: string): Promise<void> => {
  const { files, temp, path } = place;
  const previous = await keepPrevious(place);
  try {
    await files.rename(fresh, path);
    await files.syncFolder(dirname(path));
  } catch (error) {
    await putBack(place, previous);
    throw error;
  }
  if (previous !== undefined) await temp.discard(previous);
};

const keepPrevious = async ({ files, temp, path }: Place): Promise<string | undefined> => {
  const previous = temp.next();
  try {
    await files.link(path, previous);
    return previous;
  } catch (error) {
    if (isErrno(error, "ENOENT")) return undefined;
    throw error;
  }
};

/** As far as the disk still lets us: whoever wrote must look at what is there afterwards. */
const putBack = async ({ files, temp, path }: Place, previous: string | undefined): Promise<void> => {
  try {
    await (previous === undefined ? files.remove(path) : files.rename(previous, path));
  } catch {
    return;
  }
  // Renaming one name of a file over another of the same file leaves both.
  if (previous !== undefined) await temp.discard(previous);
};

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isFailure } from "@hostseal/core";
import type { Decoded } from "../disk/decoded.ts";
import { decodeRecord } from "../disk/decoded.ts";
import { isErrno, toReadFailure, toWriteFailure } from "../disk/disk-failure.ts";
import { openDocumentCollection } from "../disk/document-collection.ts";
import type { Codec } from "../disk/durable-file.ts";
import type { FileSystem } from "../disk/file-system.ts";
import { flat } from "../disk/layout.ts";
import { openTempFolder } from "../disk/temp-folder.ts";
import type { WriterLock } from "../lock/lock-place.ts";
import { takeWriterLock } from "../lock/writer-lock.ts";
import { createKeyedQueue } from "../orders/keyed-queue.ts";

type Content = Readonly<Record<string, unknown>>;

export type DocumentsOptions = {
  /** Made when it is not there. It must be on one local file system that knows hard links. */
  readonly folder: string;
  readonly files: FileSystem;
  /** Chooses the kind of lock; the running system unless told otherwise. */
  readonly platform?: NodeJS.Platform;
};

/** Small named documents. Several processes may change them: each waits its turn. */
export type EmbeddedDocuments = {
  /** Nothing when there is none; `store.corrupt` when it cannot be read. */
  read(name: string): Promise<unknown>;
  /** Durable when it resolves. Nobody changes a document in between; without a `document` it stays as it is. */
  change<Result>(
    name: string,
    work: (present: unknown) => { readonly document?: unknown; readonly result: Result },
  ): Promise<Result>;
};

const FOLDER = "documents";
/** How long another process may be busy with its change: ten seconds. */
const TRIES = 200;
const PAUSE = 50;

const codec: Codec<Content> = {
  encode: (content) => `${JSON.stringify(content)}\n`,
  decode: (text): Decoded<Content> => decodeRecord(text),
};

const readDocument = async ({ folder, files }: DocumentsOptions, name: string): Promise<Content | undefined> => {
  const title = join(FOLDER, flat.fileOf(name));
  try {
    const decoded = codec.decode(await files.read(join(folder, title)));
    if (decoded.kind === "fine") return decoded.value;
    throw toReadFailure(new TypeError(decoded.because), title);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return undefined;
    throw toReadFailure(error, title);
  }
};

const takeLock = async ({ folder, files, platform = process.platform }: DocumentsOptions): Promise<WriterLock> => {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await takeWriterLock(files, folder, platform);
    } catch (thrown) {
      if (!isFailure(thrown, "store.locked") || left === 0) throw thrown;
      await sleep(PAUSE);
    }
  }
};

const writeDocument = async ({ folder, files }: DocumentsOptions, name: string, content: Content): Promise<void> => {
  const temp = await openTempFolder(files, join(folder, "temp"));
  const documents = await openDocumentCollection({ files, temp, root: folder, folder: FOLDER, layout: flat, codec });
  await documents.write(name, content);
  await temp.settled();
};

const prepare = async ({ folder, files }: DocumentsOptions): Promise<void> => {
  try {
    await files.makeFolder(folder);
  } catch (error) {
    throw toWriteFailure(error, folder);
  }
};

/**
 * Documents as files below one folder, each a lowdb database over a durable file. Nothing is touched before the first
 * change, and the folder is locked only while one is made; reading needs no lock, since a file is replaced as a whole.
 */
export const createEmbeddedDocuments = (options: DocumentsOptions): EmbeddedDocuments => {
  const queue = createKeyedQueue();
  return {
    read: (name) => readDocument(options, name),
    change: (name, work) =>
      queue.run(options.folder, async () => {
        await prepare(options);
        const lock = await takeLock(options);
        try {
          const { document, result } = work(await readDocument(options, name));
          if (document !== undefined) await writeDocument(options, name, document as Content);
          return result;
        } finally {
          await lock.release();
        }
      }),
  };
};

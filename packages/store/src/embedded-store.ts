import { join } from "node:path";
import type { Clock, Store } from "@hostseal/core";
import type { ChapterShelf } from "./orders/chapter-shelf.ts";
import { chapterCodec, createChapterShelf } from "./orders/chapter-shelf.ts";
import { toWriteFailure } from "./disk/disk-failure.ts";
import { openDocumentCollection } from "./disk/document-collection.ts";
import type { FileSystem } from "./disk/file-system.ts";
import type { KeyedQueue } from "./orders/keyed-queue.ts";
import { createKeyedQueue } from "./orders/keyed-queue.ts";
import { sharded } from "./disk/layout.ts";
import { createLocalClaims } from "./orders/local-claims.ts";
import type { WriterLock } from "./lock/lock-place.ts";
import { orderDocumentCodec } from "./orders/order-document.ts";
import type { OrderShelf, UnreadableDocument } from "./orders/order-shelf.ts";
import { openOrderShelf } from "./orders/order-shelf.ts";
import type { TempFolder } from "./disk/temp-folder.ts";
import { openTempFolder } from "./disk/temp-folder.ts";
import { takeWriterLock } from "./lock/writer-lock.ts";

export type EmbeddedStoreOptions = {
  /** Made when it is not there. It must be on one local file system that knows hard links. */
  readonly folder: string;
  readonly files: FileSystem;
  /** For the leases of claims; without it the store has no claims. */
  readonly clock?: Pick<Clock, "now">;
  /** Chooses the kind of lock; the running system unless told otherwise. */
  readonly platform?: NodeJS.Platform;
};

export type EmbeddedStore = Store & {
  /** The documents found unreadable at the start or since. `get` looks again, so a file that was put back is taken in. */
  unreadable(): readonly UnreadableDocument[];
};

/**
 * Orders as files below one folder: `orders/<shard>/<id>.json`, finished chapters beside them under `chapters/`.
 * One process at a time (`store.locked` otherwise). The start reads every order's first line; from then on a read costs
 * one file and a change costs one durable file, however many orders there are.
 *
 * An order whose file could not be read at the start belongs to nobody we know, so only `everything` is told of it.
 */
export const createEmbeddedStore = async (options: EmbeddedStoreOptions): Promise<EmbeddedStore> => {
  const { folder, files, clock, platform = process.platform } = options;
  const lock = await prepare(files, folder, platform);
  try {
    const temp = await openTempFolder(files, join(folder, "temp"));
    const place = { files, temp, root: folder, layout: sharded };
    const orders = await openDocumentCollection({ ...place, folder: "orders", codec: orderDocumentCodec });
    const chapters = await openDocumentCollection({ ...place, folder: "chapters", codec: chapterCodec });
    const parts = { lock, temp, orders: await openOrderShelf(orders), chapters: createChapterShelf(chapters) };
    const store = assemble({ ...parts, queue: createKeyedQueue() });
    return clock === undefined ? store : { ...store, claims: createLocalClaims(clock) };
  } catch (error) {
    await lock.release();
    throw error;
  }
};

const prepare = async (files: FileSystem, folder: string, platform: NodeJS.Platform): Promise<WriterLock> => {
  try {
    await files.makeFolder(folder);
  } catch (error) {
    throw toWriteFailure(error, folder);
  }
  return takeWriterLock(files, folder, platform);
};

type Parts = {
  readonly lock: WriterLock;
  readonly temp: TempFolder;
  readonly orders: OrderShelf;
  readonly chapters: ChapterShelf;
  readonly queue: KeyedQueue;
};

const assemble = ({ lock, temp, orders, chapters, queue }: Parts): EmbeddedStore => {
  let closing: Promise<void> | undefined;

  const assertOpen = (): void => {
    if (closing !== undefined) throw new TypeError("the store is closed");
  };

  const close = async (): Promise<void> => {
    await queue.idle();
    await temp.settled();
    await lock.release();
  };

  return {
    get: async (id, scope) => {
      assertOpen();
      const card = orders.card(id, scope);
      if (card !== undefined) return orders.read(card);
      if (scope.kind !== "everything" || !orders.isUnreadable(id)) return undefined;
      return queue.run(id, async () => orders.recover(id));
    },
    put: async (order, expectedVersion) => {
      assertOpen();
      return queue.run(order.id, async () => {
        if (orders.isUnreadable(order.id)) await orders.recover(order.id);
        return orders.write(order, expectedVersion);
      });
    },
    query: async (query) => {
      assertOpen();
      return orders.find(query);
    },
    due: async (request) => {
      assertOpen();
      return orders.index.due(request);
    },
    nextDue: async () => {
      assertOpen();
      return orders.index.nextDue();
    },
    archive: async (chapter) => {
      assertOpen();
      const { order } = chapter;
      await queue.run(order, async () => chapters.archive(chapter, orders.index.get(order)?.chapters ?? 0));
    },
    chapters: async function* readChapters(id, scope) {
      assertOpen();
      const known = orders.card(id, scope)?.chapters ?? 0;
      for (let number = 1; number <= known; number += 1) yield chapters.read(id, number);
    },
    unreadable: () => orders.unreadable(),
    close: async () => {
      closing ??= close();
      await closing;
    },
  };
};

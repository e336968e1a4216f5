import { basename, join } from "node:path";
import type { VaultRef } from "@hostseal/core";
import { asId, failure, isFailure } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import type { DocumentCollection } from "../disk/document-collection.ts";
import { openDocumentCollection } from "../disk/document-collection.ts";
import type { FileSystem } from "../disk/file-system.ts";
import { createKeyedQueue } from "../orders/keyed-queue.ts";
import { flat } from "../disk/layout.ts";
import type { SealedText } from "./seal.ts";
import { sealedTextCodec } from "./seal.ts";
import { openTempFolder } from "../disk/temp-folder.ts";

/** The sealed secrets on disk, and when each of them is to go. */
export type SealedShelf = {
  /** Nothing when it is not there; fails with `vault.unreadable`. */
  read(ref: VaultRef): Promise<SealedText | undefined>;
  write(ref: VaultRef, sealed: SealedText): Promise<void>;
  destroy(ref: VaultRef): Promise<void>;
  /** What the disk does not let go now goes the next time. */
  destroyExpired(now: Instant): Promise<void>;
  isEmpty(): Promise<boolean>;
};

const FOLDER = "vault";

/** Opens `vault/` below `root`. What a crash left in its `temp/` is removed. */
export const openSealedShelf = async (files: FileSystem, root: string): Promise<SealedShelf> => {
  const temp = await openTempFolder(files, join(root, FOLDER, "temp"));
  const place = { files, temp, root, folder: FOLDER, layout: flat };
  const entries = await openDocumentCollection({ ...place, codec: sealedTextCodec });
  const expiries = await readExpiries(entries);
  const queue = createKeyedQueue();

  const remove = async (ref: VaultRef): Promise<void> => {
    await entries.remove(ref);
    expiries.delete(ref);
  };

  const removeIfExpired = async (ref: VaultRef, now: Instant): Promise<void> => {
    try {
      if ((expiries.get(ref) ?? Infinity) <= now) await remove(ref);
    } catch (error) {
      if (!isFailure(error, "store.full")) throw error;
    }
  };

  return {
    read: async (ref) => {
      try {
        return await entries.read(ref);
      } catch (error) {
        throw toVaultFailure(error);
      }
    },
    write: async (ref, sealed) =>
      queue.run(ref, async () => {
        await entries.write(ref, sealed);
        expiries.set(ref, sealed.expiresAt);
      }),
    destroy: async (ref) => {
      await queue.run(ref, async () => remove(ref));
      await temp.settled();
    },
    destroyExpired: async (now) => {
      const expired = [...expiries].filter(([, expiresAt]) => expiresAt <= now);
      for (const [ref] of expired) await queue.run(ref, async () => removeIfExpired(ref, now));
    },
    isEmpty: async () => (await files.list(join(root, FOLDER))).every((name) => !name.endsWith(".json")),
  };
};

/** Of those that can be read; the others say so when they are opened. */
const readExpiries = async (entries: DocumentCollection<SealedText>): Promise<Map<VaultRef, Instant>> => {
  const expiries = new Map<VaultRef, Instant>();
  for await (const { head } of entries.heads()) {
    const decoded = head.kind === "read" ? sealedTextCodec.decode(head.firstLine) : undefined;
    if (decoded?.kind === "fine") expiries.set(asId(basename(head.name, ".json")), decoded.value.expiresAt);
  }
  return expiries;
};

const toVaultFailure = (error: unknown): unknown => {
  if (!isFailure(error, "store.corrupt")) return error;
  const { document, because } = error.parameters;
  return failure("vault.unreadable", { because: `${document}: ${because}` });
};

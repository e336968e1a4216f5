import type { Chapter, OrderId } from "@hostseal/core";
import { failure } from "@hostseal/core";
import { mustWrite } from "./chapter-rules.ts";
import { decodeRecord, fine, unreadable } from "../disk/decoded.ts";
import type { DocumentCollection } from "../disk/document-collection.ts";
import type { Codec } from "../disk/durable-file.ts";

/** Keeps finished chapters. One call at a time per order. */
export type ChapterShelf = {
  /** `known` is how many chapters the order's document knows of. Fails with `store.stale` as `mustWrite` does. */
  archive(chapter: Chapter, known: number): Promise<void>;
  /** Fails with `store.corrupt` when the chapter is not there. */
  read(order: OrderId, number: number): Promise<Chapter>;
};

export const chapterCodec: Codec<Chapter> = {
  encode: (chapter) => `${JSON.stringify(chapter)}\n`,
  decode: (text) => {
    const decoded = decodeRecord(text);
    if (decoded.kind === "unreadable") return decoded;
    const { order, number, entries } = decoded.value;
    const isChapter = typeof order === "string" && Number.isInteger(number) && Array.isArray(entries);
    return isChapter ? fine(decoded.value as Chapter) : unreadable("it is not a chapter");
  },
};

/** Different for any two chapters, because a number holds no tilde. */
const nameOf = (order: OrderId, number: number): string => `${order}~${number}`;

export const createChapterShelf = (collection: DocumentCollection<Chapter>): ChapterShelf => ({
  archive: async (chapter, known) => {
    const name = nameOf(chapter.order, chapter.number);
    if (mustWrite(await collection.read(name), chapter, known)) await collection.write(name, chapter);
  },
  read: async (order, number) => {
    const name = nameOf(order, number);
    const chapter = await collection.read(name);
    if (chapter !== undefined) return chapter;
    throw failure("store.corrupt", { document: collection.titleOf(name), because: "the file is gone" });
  },
});

import type { Chapter } from "@hostseal/core";
import { failure } from "@hostseal/core";
import type { StoreLiar } from "./store-liar.ts";

/** Chapters in a list that anybody may write to. */
const createLooseShelf = () => {
  const shelf: Chapter[] = [];
  return { shelf, archive: async (chapter: Chapter) => void (shelf[chapter.number - 1] = chapter) };
};

/** Liars about chapters. */
export const chapterLiars: readonly StoreLiar[] = [
  {
    title: "gives chapters newest first",
    foundBy: "gives the chapters of an order oldest first, with the journal in one piece",
    spoil: (honest) => ({
      chapters: async function* newestFirst(id, scope) {
        const oldestFirst: Chapter[] = [];
        for await (const chapter of honest.chapters(id, scope)) oldestFirst.push(chapter);
        yield* oldestFirst.toReversed();
      },
    }),
  },
  {
    title: "writes chapters over",
    foundBy: "refuses another chapter under a number that its order knows",
    spoil: () => ({ archive: createLooseShelf().archive }),
  },
  {
    title: "gives chapters of which the order does not know",
    foundBy: "does not give a chapter that its order does not know of",
    spoil: (honest) => {
      const { shelf, archive } = createLooseShelf();
      return {
        archive: async (chapter) => {
          await archive(chapter);
          await honest.archive(chapter);
        },
        chapters: async function* everyChapter() {
          yield* shelf;
        },
      };
    },
  },
  {
    title: "sticks to the chapter of a lost race",
    foundBy: "takes a chapter anew with more entries as long as its order does not know of it, and never with fewer",
    spoil: (honest) => {
      const archived = new Map<number, Chapter>();
      return {
        archive: async (chapter) => {
          const kept = archived.get(chapter.number) ?? chapter;
          if (kept.entries.length !== chapter.entries.length) {
            throw failure("store.stale", { document: `Chapter ${chapter.number}` });
          }
          archived.set(chapter.number, chapter);
          await honest.archive(chapter);
        },
      };
    },
  },
];

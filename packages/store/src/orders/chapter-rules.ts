import { isDeepStrictEqual } from "node:util";
import type { Chapter } from "@hostseal/core";
import { failure } from "@hostseal/core";

/** As JSON keeps it: without the order of fields, and without those that are undefined. */
const isSame = (kept: unknown, given: unknown): boolean => isDeepStrictEqual(kept, JSON.parse(JSON.stringify(given)));

const continues = (kept: Chapter, chapter: Chapter): boolean =>
  isSame(kept.entries, chapter.entries.slice(0, kept.entries.length));

/**
 * Whether a chapter has to be written (false: it is kept already). `known` is how many chapters the order's document
 * knows of; what it knows of never changes. A chapter that it does not know of was left by a crash or by a writer whose
 * order was changed by somebody else before it could be put: the next attempt brings the same journal with more entries,
 * and may replace it. A late writer brings fewer and may not. Fails with `store.stale`.
 */
export const mustWrite = (kept: Chapter | undefined, chapter: Chapter, known: number): boolean => {
  if (kept === undefined) return true;
  if (isSame(kept, chapter)) return false;
  if (chapter.number > known && continues(kept, chapter)) return true;
  throw failure("store.stale", { document: `Chapter ${chapter.number} of order ${chapter.order}` });
};

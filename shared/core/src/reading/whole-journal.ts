import type { Chapter } from "../orders/chapter.ts";
import type { JournalEntry } from "../orders/journal.ts";
import type { Order } from "../orders/order.ts";
import type { Scope, Store } from "../ports/store.ts";

/** The closed chapters of an order, oldest first. */
export const chaptersOf = async (store: Store, { id }: Order, scope: Scope): Promise<readonly Chapter[]> => {
  const chapters: Chapter[] = [];
  for await (const chapter of store.chapters(id, scope)) chapters.push(chapter);
  return chapters;
};

/** Every entry of an order's journal from its first day, over all chapters. */
export const wholeJournal = async (store: Store, order: Order, scope: Scope): Promise<readonly JournalEntry[]> => [
  ...(await chaptersOf(store, order, scope)).flatMap(({ entries }) => entries),
  ...order.journal.entries,
];

import type { OrderId } from "../identifiers.ts";
import type { NewEntry } from "./journal.ts";
import { nextEntry } from "./journal.ts";
import type { JournalState } from "./order.ts";

export const emptyJournal: JournalState = { sequence: 0, head: "", chapters: 0, entries: [] };

export const appendEntry = (order: OrderId, journal: JournalState, entry: NewEntry): JournalState => {
  const appended = nextEntry(order, journal, entry);
  return {
    ...journal,
    sequence: appended.sequence,
    head: appended.hash,
    entries: [...journal.entries, appended],
  };
};

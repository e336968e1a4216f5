import type { JournalEntry, OrderId } from "@hostseal/core";
import { toIso } from "@hostseal/rules";

/**
 * A journal entry as a program reads it. `event` stands as it was hashed: instants inside it are epoch milliseconds.
 */
export const toJournalJson = (order: OrderId, { sequence, at, by, event, previous, hash }: JournalEntry) => ({
  type: "journal",
  order,
  sequence,
  at: toIso(at),
  by,
  event,
  previous,
  hash,
});

import type { JournalEntry, OrderId } from "@hostseal/core";
import type { Terminal } from "../../terminal.ts";
import { toJournalJson } from "../../views/journal-json.ts";
import type { Narrator } from "./narrator.ts";
import { createMemory } from "./narrator.ts";

const silent = (): void => undefined;

/** One JSON object a line for every journal entry, and nothing else. */
export const createProgramNarrator = ({ print }: Pick<Terminal, "print">): Narrator => {
  const fresh = createMemory();
  const tell = (id: OrderId, entries: readonly JournalEntry[]): void => {
    for (const entry of fresh(id, entries)) print(JSON.stringify(toJournalJson(id, entry)));
  };
  return {
    chapter: silent,
    journal: (order) => tell(order.id, order.journal.entries),
    catchUp: tell,
    waits: silent,
    says: silent,
    shows: silent,
  };
};

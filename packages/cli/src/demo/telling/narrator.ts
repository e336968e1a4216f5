import type { JournalEntry, Order, OrderId, Wait } from "@hostseal/core";
import type { Line } from "../../views/events/line.ts";

/** Tells what happens in the demo, to a person or to a program. */
export type Narrator = {
  /** A new part of the story. */
  chapter(title: string, intro: string): void;
  /** What the journal of an order holds and was not told yet. */
  journal(order: Order): void;
  /** Entries that may have left the order before they were told. */
  catchUp(id: OrderId, entries: readonly JournalEntry[]): void;
  /** Why an order does not go on, and who must act. */
  waits(order: Order, wait: Wait): void;
  /** What somebody in the demo world does, or what is seen there. */
  says(line: Line): void;
  /** Lines of a table or a page. */
  shows(lines: readonly string[]): void;
};

/** Knows which entries were told, so that each is told once. */
export const createMemory = () => {
  const told = new Map<OrderId, Set<number>>();
  return (id: OrderId, entries: readonly JournalEntry[]): readonly JournalEntry[] => {
    const known = told.get(id) ?? new Set();
    told.set(id, known);
    const fresh = entries.filter(({ sequence }) => !known.has(sequence));
    for (const { sequence } of fresh) known.add(sequence);
    return fresh;
  };
};

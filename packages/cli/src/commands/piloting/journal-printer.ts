import type { Advanced, Order } from "@hostseal/core";
import type { CommandContext } from "../../command-line/command-row.ts";
import { toEventLine } from "../../views/events/event-line.ts";
import { toMarkedLine } from "../../views/events/line.ts";
import { toJournalJson } from "../../views/journal-json.ts";

/** The entries that a step has just added. */
const added = ({ order, events }: Advanced): Order["journal"]["entries"] =>
  events.length === 0 ? [] : order.journal.entries.slice(-events.length);

/** Prints what every step adds to a journal, as lines for a person or one JSON object each for a program. */
export const createJournalPrinter =
  ({ isJson, terminal, paint }: CommandContext) =>
  (advanced: Advanced): void => {
    const { id } = advanced.order;
    for (const entry of added(advanced)) {
      const line = toEventLine(entry.event);
      if (isJson) terminal.print(JSON.stringify(toJournalJson(id, entry)));
      else if (line !== undefined) terminal.print(`${id}  ${toMarkedLine(line, paint)}`);
    }
  };

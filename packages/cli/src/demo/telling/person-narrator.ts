import type { JournalEntry, Order, OrderEventKind, Wait } from "@hostseal/core";
import type { CommandContext } from "../../command-line/command-row.ts";
import { toEventLine } from "../../views/events/event-line.ts";
import type { Line } from "../../views/events/line.ts";
import { good, toMarkedLine } from "../../views/events/line.ts";
import { toNameText } from "../../views/names.ts";
import { toDay } from "../../views/times.ts";
import { toWaitLines } from "../../views/wait-lines.ts";
import type { Narrator } from "./narrator.ts";
import { createMemory } from "./narrator.ts";

/** What is worth a line when years pass in seconds. */
const MILESTONES: ReadonlySet<OrderEventKind> = new Set([
  "enrolment.failed",
  "step.failed",
  "install.rolled-back",
  "certificate.proven",
  "certificate.revoked",
  "order.ended",
  "order.renewed",
  "site.observed",
]);

/** A reissue in one line: what matters when years pass is that it was proven, and how long it lasts. */
const provenLine = ({ certificate, certificates }: Order): Line | undefined =>
  certificate && good(`Reissued and proven: certificate ${certificates}, until ${toDay(certificate.notAfter)}`);

const heading = ({ names }: Order): string => (names[0] === undefined ? "" : toNameText(names[0]));

/** A line for every step, in plain words. `isBrief` keeps to the milestones, each with its day and its order. */
export const createPersonNarrator = (
  { terminal, paint }: Pick<CommandContext, "terminal" | "paint">,
  { isBrief }: { readonly isBrief: () => boolean },
): Narrator => {
  const fresh = createMemory();
  const tellEntry = (order: Order, { at, event }: JournalEntry): void => {
    if (isBrief() && !MILESTONES.has(event.kind)) return;
    const line = isBrief() && event.kind === "certificate.proven" ? provenLine(order) : toEventLine(event);
    if (line === undefined) return;
    const where = isBrief() ? `${paint.dim(toDay(at))} ${heading(order)}  ` : "";
    terminal.print(`  ${where}${toMarkedLine(line, paint)}`);
  };
  return {
    chapter: (title, intro) => {
      terminal.print("");
      terminal.print(paint.bold(`▸ ${title}`));
      terminal.print(`  ${intro}`);
    },
    journal: (order) => {
      for (const entry of fresh(order.id, order.journal.entries)) tellEntry(order, entry);
    },
    catchUp: (id, entries) => void fresh(id, entries),
    waits: (order: Order, wait: Wait) => {
      if (isBrief()) return;
      const [first, ...more] = toWaitLines(wait, paint);
      terminal.print(`  ${toMarkedLine({ mood: "wait", text: first ?? heading(order) }, paint)}`);
      for (const line of more) terminal.print(`    ${line}`);
    },
    says: (line) => terminal.print(`  ${toMarkedLine(line, paint)}`),
    shows: (lines) => {
      for (const line of lines) terminal.print(line);
    },
  };
};

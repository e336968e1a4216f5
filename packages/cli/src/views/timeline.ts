import type { JournalEntry } from "@hostseal/core";
import { toEventLine } from "./events/event-line.ts";
import { toMarkedLine } from "./events/line.ts";
import type { Paint } from "./paint.ts";
import { toDay } from "./times.ts";
import { toIso } from "@hostseal/rules";

const clockTime = ({ at }: JournalEntry): string => toIso(at).slice(11, 19);

/** A journal as a person reads it: a heading for each day, a line for what happened, who caused it when it was a person. */
export const toTimeline = (entries: readonly JournalEntry[], paint: Paint): readonly string[] => {
  const lines: string[] = [];
  let day = "";
  for (const entry of entries) {
    const line = toEventLine(entry.event);
    if (line === undefined) continue;
    if (toDay(entry.at) !== day) lines.push(paint.bold((day = toDay(entry.at))));
    const by = entry.by === "hostseal" ? "" : paint.dim(` (${entry.by})`);
    lines.push(`  ${clockTime(entry)}  ${toMarkedLine(line, paint)}${by}`);
  }
  return lines;
};

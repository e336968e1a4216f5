import type { OrderEvent, OrderEventKind } from "@hostseal/core";
import type { Paint } from "../paint.ts";

/** One line of progress: `good` is a step done, `bad` a step that did not succeed, `wait` something others must move. */
export type Line = { readonly mood: "good" | "bad" | "wait" | "note"; readonly text: string };

export type ToLine<Kind extends OrderEventKind> = (event: Extract<OrderEvent, { kind: Kind }>) => Line | undefined;

export const good = (text: string): Line => ({ mood: "good", text });
export const bad = (text: string): Line => ({ mood: "bad", text });
export const wait = (text: string): Line => ({ mood: "wait", text });
export const note = (text: string): Line => ({ mood: "note", text });
export const silent = (): undefined => undefined;

const marks: Readonly<Record<Line["mood"], string>> = { good: "✔", bad: "✖", wait: "…", note: "·" };

/** The line with its mark; the mark says the same as the colour. */
export const toMarkedLine = ({ mood, text }: Line, paint: Paint): string => {
  const colour = { good: paint.good, bad: paint.bad, wait: paint.warn, note: paint.dim }[mood];
  return `${colour(marks[mood])} ${text}`;
};

import type { Forecast } from "@hostseal/core";
import { toIso } from "@hostseal/rules";
import { toNamesText } from "./names.ts";
import { toTable } from "./table.ts";
import { toDay } from "./times.ts";

const validationText = ({ revalidate, byHand }: Extract<Forecast, { kind: "reissue" }>): string => {
  if (revalidate.length === 0) return "earlier proofs serve again";
  const person = byHand.length === 0 ? "by itself" : `you must act for ${toNamesText(byHand)}`;
  return `proves ${toNamesText(revalidate)} anew, ${person}`;
};

const toRow = (event: Forecast): readonly string[] => {
  switch (event.kind) {
    case "reissue":
      return [toDay(event.at), "Reissue", `certificate until ${toDay(event.notAfter)}; ${validationText(event)}`];
    case "reminder":
      return [toDay(event.at), "Reminder", `the licence ends in ${event.days} day(s)`];
    case "licence-end":
      return [toDay(event.at), "Licence ends", "and with it the last certificate, unless it is renewed"];
  }
};

/** What will happen to a licence, a line each. */
export const toForecastTable = (events: readonly Forecast[]): readonly string[] =>
  toTable(["Day", "What", "More"], events.map(toRow));

/** The same for a program, with ISO instants. */
export const toForecastJson = (events: readonly Forecast[]) =>
  events.map((event) => ({
    ...event,
    at: toIso(event.at),
    ...(event.kind === "reissue" && { notAfter: toIso(event.notAfter) }),
  }));

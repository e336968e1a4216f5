import type { JournalEntry, OrderEvent } from "@hostseal/core";
import { DAY, type Instant, toUnicodeName } from "@hostseal/rules";
import { en } from "../../words/locales/en.ts";
import type { WordKey } from "../../words/translator.ts";
import type { Vocabulary } from "../../words/vocabulary.ts";

export type Happening = { readonly at: Instant; readonly text: string };

/** What happened on one day (UTC). */
export type EventfulDay = { readonly day: Instant; readonly happenings: readonly Happening[] };

/** Only what has a text is for people; the rest is bookkeeping. */
const keyOf = ({ kind }: OrderEvent): WordKey | undefined => {
  const key = `event.${kind}`;
  return key in en ? (key as WordKey) : undefined;
};

const valuesOf = (event: OrderEvent): Readonly<Record<string, string>> => ({
  ...("name" in event && typeof event.name === "string" && { name: toUnicodeName(event.name) }),
  ...("site" in event && { site: event.site }),
});

const startOfDay = (at: Instant): Instant => at - (at % DAY);

/** What happened to an order, day by day, the newest first. */
export const toEventfulDays = (entries: readonly JournalEntry[], { t }: Vocabulary): readonly EventfulDay[] => {
  const happenings = entries.flatMap(({ at, event }) => {
    const key = keyOf(event);
    return key === undefined ? [] : [{ at, text: t(key, valuesOf(event)) }];
  });
  const days = Map.groupBy(happenings.toReversed(), ({ at }) => startOfDay(at));
  return [...days].map(([day, ofDay]) => ({ day, happenings: ofDay }));
};

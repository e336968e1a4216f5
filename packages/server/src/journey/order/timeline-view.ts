import type { JournalEntry, OrderEvent } from "@hostseal/core";
import { type Instant, toUnicodeName } from "@hostseal/rules";
import { en } from "../../words/locales/en.ts";
import type { WordKey } from "../../words/translator.ts";
import type { Vocabulary } from "../../words/vocabulary.ts";

export type Happening = { readonly at: Instant; readonly text: string; readonly by: string };

/** Only what has a text is for people; the rest is bookkeeping. */
const keyOf = ({ kind }: OrderEvent): WordKey | undefined => {
  const key = `event.${kind}`;
  return key in en ? (key as WordKey) : undefined;
};

const valuesOf = (event: OrderEvent): Readonly<Record<string, string>> => ({
  ...("name" in event && typeof event.name === "string" && { name: toUnicodeName(event.name) }),
  ...("site" in event && { site: event.site }),
});

/** What happened to an order, the newest first. */
export const toHappenings = (entries: readonly JournalEntry[], { t }: Vocabulary): readonly Happening[] =>
  entries
    .flatMap(({ at, by, event }) => {
      const key = keyOf(event);
      return key === undefined ? [] : [{ at, by, text: t(key, valuesOf(event)) }];
    })
    .toReversed();

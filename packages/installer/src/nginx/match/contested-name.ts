import type { Entry, NameIndex, PlainEntry } from "./name-index.ts";

const covers = ({ name: { kind, name } }: PlainEntry, asked: string): boolean => {
  switch (kind) {
    case "exact":
      return asked === name;
    case "at-or-below":
      return asked === name || asked.endsWith(`.${name}`);
    case "below":
      return asked.endsWith(`.${name}`);
    case "before":
      return asked.startsWith(`${name}.`);
  }
};

const CLASSES = { exact: 4, "at-or-below": 3, below: 3, before: 2, regex: 1, unknown: 0 } as const;

/** The class of a name, and among the same class its length. */
const rank = ({ name }: Entry): number => CLASSES[name.kind] * 1_000 + ("name" in name ? name.name.length : 0);

/**
 * Another server's name that would have been chosen, had nginx not passed it over: somebody may believe that server to
 * be in charge, and an edit there changes nothing.
 */
export const contestedName = (index: NameIndex, asked: string, winner: Entry | undefined): PlainEntry | undefined =>
  index.ignored.find(
    (entry) =>
      covers(entry, asked) &&
      entry.server.identity !== winner?.server.identity &&
      (!winner || rank(entry) >= rank(winner)),
  );

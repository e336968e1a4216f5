import type { AddressSet } from "./address-set.ts";
import { contestedName } from "./contested-name.ts";
import { findEntry } from "./find-entry.ts";
import type { Entry, NameIndex } from "./name-index.ts";
import type { Choice, MatchRefusal } from "./server-answer.ts";

export type Chosen =
  | { readonly kind: "chosen"; readonly choice: Choice }
  | { readonly kind: "refused"; readonly because: MatchRefusal };

const refuse = (because: MatchRefusal): Chosen => ({ kind: "refused", because });

const toChoice = (set: AddressSet, entry: Entry | undefined): Choice =>
  entry
    ? { set, server: entry.server, reason: { kind: "name", entry } }
    : { set, server: set.fallback.server, reason: { kind: "default", isMarked: set.fallback.listen.isDefault } };

/** What would mislead somebody who edits the chosen server. */
const doubtAbout = (choice: Choice, index: NameIndex, name: string): MatchRefusal | undefined => {
  const { set, server, reason } = choice;
  const winner = reason.kind === "name" ? reason.entry : undefined;
  const other = contestedName(index, name, winner);
  if (other) return { kind: "name-contested", set, choice, other };
  const unknown = winner?.name.kind === "exact" ? undefined : index.unknown[0];
  if (unknown) return { kind: "hostname-unknown", set, entry: unknown };
  if (set.isSsl && index.listens.get(server)?.isSsl !== true) return { kind: "listens-without-ssl", choice };
  return undefined;
};

/** Who answers for a lower-cased name on an address set, whatever doubts there may be about it. */
export const choiceInSet = (set: AddressSet, index: NameIndex, name: string): Choice | undefined => {
  const found = findEntry(index, name);
  return found.kind === "unclear" ? undefined : toChoice(set, found.kind === "found" ? found.entry : undefined);
};

/** The server that answers for a lower-cased name on one address set, when there is no doubt about it. */
export const chooseInSet = (set: AddressSet, index: NameIndex, name: string): Chosen => {
  const found = findEntry(index, name);
  if (found.kind === "unclear") return refuse({ kind: "regex-unclear", set, entry: found.entry });
  const choice = toChoice(set, found.kind === "found" ? found.entry : undefined);
  const doubt = doubtAbout(choice, index, name);
  return doubt ? refuse(doubt) : { kind: "chosen", choice };
};

import type { PlanNote } from "./plan-note.ts";
import type { PlanRefusal } from "./plan-refusal.ts";
import type { TreeEdit } from "./tree-edit.ts";

/** One part of a plan: what it changes, and what is to be said of it. */
export type Part =
  | { readonly kind: "part"; readonly edits: readonly TreeEdit[]; readonly notes: readonly PlanNote[] }
  | { readonly kind: "refused"; readonly because: PlanRefusal };

export const part = (edits: readonly (TreeEdit | undefined)[], notes: readonly PlanNote[] = []): Part => ({
  kind: "part",
  edits: edits.filter((edit) => edit !== undefined),
  notes,
});

export const refused = (because: PlanRefusal): Part => ({ kind: "refused", because });

/** All parts as one; the first refusal refuses them all. */
export const together = (parts: readonly Part[]): Part => {
  const refusal = parts.find(({ kind }) => kind === "refused");
  if (refusal) return refusal;
  const planned = parts.filter((one) => one.kind === "part");
  return part(
    planned.flatMap(({ edits }) => edits),
    planned.flatMap(({ notes }) => notes),
  );
};

import { insertId, removeId } from "./sorted-ids.ts";

/** Sorted lists of ids by key; a list without ids is forgotten. */
export type IdLists = {
  of(key: string): readonly string[];
  /** Takes the id out of the lists it is no longer in and puts it into the new ones. */
  move(id: string, from: readonly string[], to: readonly string[]): void;
};

export const createIdLists = (): IdLists => {
  const lists = new Map<string, string[]>();

  const enter = (key: string, id: string): void => {
    const ids = lists.get(key);
    if (ids === undefined) lists.set(key, [id]);
    else insertId(ids, id);
  };

  const leave = (key: string, id: string): void => {
    const ids = lists.get(key) ?? [];
    removeId(ids, id);
    if (ids.length === 0) lists.delete(key);
  };

  return {
    of: (key) => lists.get(key) ?? [],
    move: (id, from, to) => {
      for (const key of from) if (!to.includes(key)) leave(key, id);
      for (const key of to) if (!from.includes(key)) enter(key, id);
    },
  };
};

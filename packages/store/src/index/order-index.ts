import type { DueRequest, OrderId, OrderQuery } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import { createDueIndex } from "./due-index.ts";
import type { OrderCard } from "./order-card.ts";
import { isWanted } from "./order-card.ts";
import { insertId, positionBehind, removeId } from "./sorted-ids.ts";

/** All order cards in memory, findable by id, owner, name and time. */
export type OrderIndex = {
  get(id: OrderId): OrderCard | undefined;
  /** Adds the card, or puts it in the place of the one with its id. */
  set(card: OrderCard): void;
  /** As many cards as asked for, by id, behind `after`. */
  find(query: OrderQuery): readonly OrderCard[];
  due(request: DueRequest): readonly OrderId[];
  nextDue(): Instant | undefined;
};

/** The sorted lists of ids that a card is in. Keys are JSON, so that no two meanings share one. */
const listsOf = ({ partner, customer, names }: OrderCard): readonly string[] => [
  EVERYTHING,
  JSON.stringify({ partner }),
  JSON.stringify({ partner, customer }),
  ...names.map((name) => JSON.stringify({ name })),
];

const EVERYTHING = "{}";

/** The shortest list that holds everything the query asks for. */
const listFor = ({ scope, name }: OrderQuery): string => {
  if (name !== undefined) return JSON.stringify({ name });
  switch (scope.kind) {
    case "everything":
      return EVERYTHING;
    case "partner":
      return JSON.stringify({ partner: scope.partner });
    case "customer":
      return JSON.stringify({ partner: scope.partner, customer: scope.customer });
  }
};

export const createOrderIndex = (): OrderIndex => {
  const cards = new Map<string, OrderCard>();
  const lists = new Map<string, string[]>();
  const dueIndex = createDueIndex();

  const enter = (list: string, id: string): void => {
    const ids = lists.get(list);
    if (ids === undefined) lists.set(list, [id]);
    else insertId(ids, id);
  };

  const leave = (list: string, id: string): void => {
    const ids = lists.get(list) ?? [];
    removeId(ids, id);
    if (ids.length === 0) lists.delete(list);
  };

  const relist = (before: OrderCard | undefined, card: OrderCard): void => {
    const wanted = new Set(listsOf(card));
    const held = new Set(before === undefined ? [] : listsOf(before));
    for (const list of held) if (!wanted.has(list)) leave(list, card.id);
    for (const list of wanted) if (!held.has(list)) enter(list, card.id);
  };

  return {
    get: (id) => cards.get(id),
    set: (card) => {
      const before = cards.get(card.id);
      relist(before, card);
      if (before !== undefined && before.rulesEdition !== card.rulesEdition) dueIndex.delete(before);
      dueIndex.set(card);
      cards.set(card.id, card);
    },
    find: (query) => {
      const ids = lists.get(listFor(query)) ?? [];
      const found: OrderCard[] = [];
      let position = query.after === undefined ? 0 : positionBehind(ids, query.after);
      for (; position < ids.length && found.length < query.limit; position += 1) {
        const card = cards.get(ids[position] ?? "");
        if (card !== undefined && isWanted(card, query)) found.push(card);
      }
      return found;
    },
    due: (request) => dueIndex.due(request),
    nextDue: () => dueIndex.next(),
  };
};

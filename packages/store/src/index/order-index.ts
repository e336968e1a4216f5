import type { DueRequest, OrderId, OrderQuery, Scope } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import { createDueIndex } from "./due-index.ts";
import { createIdLists } from "./id-lists.ts";
import type { OrderCard } from "./order-card.ts";
import { isWanted } from "./order-card.ts";
import { positionBehind } from "./sorted-ids.ts";

/** All order cards in memory, findable by id, owner, name and time. */
export type OrderIndex = {
  get(id: OrderId): OrderCard | undefined;
  /** Adds the card, or puts it in the place of the one with its id. Cards that come sorted by id come cheapest. */
  set(card: OrderCard): void;
  /** As many cards as asked for, by id, behind `after`. */
  find(query: OrderQuery): readonly OrderCard[];
  due(request: DueRequest): readonly OrderId[];
  nextDue(): Instant | undefined;
};

/** The key of a scope's list. The length keeps apart what would read the same when put together. */
const keyOf = (scope: Scope): string => {
  switch (scope.kind) {
    case "everything":
      return "everything";
    case "partner":
      return `partner ${scope.partner}`;
    case "customer":
      return `customer ${scope.partner.length} ${scope.partner} ${scope.customer}`;
  }
};

const ownersOf = ({ partner, customer }: OrderCard): readonly string[] => [
  keyOf({ kind: "everything" }),
  keyOf({ kind: "partner", partner }),
  keyOf({ kind: "customer", partner, customer }),
];

export const createOrderIndex = (): OrderIndex => {
  const cards = new Map<string, OrderCard>();
  const byOwner = createIdLists();
  const byName = createIdLists();
  const dueIndex = createDueIndex();

  /** The shortest list that holds everything the query asks for. */
  const listFor = ({ scope, name }: OrderQuery): readonly string[] =>
    name === undefined ? byOwner.of(keyOf(scope)) : byName.of(name);

  return {
    get: (id) => cards.get(id),
    set: (card) => {
      const before = cards.get(card.id);
      byOwner.move(card.id, before === undefined ? [] : ownersOf(before), ownersOf(card));
      byName.move(card.id, before?.names ?? [], card.names);
      if (before !== undefined && before.rulesEdition !== card.rulesEdition) dueIndex.delete(before);
      dueIndex.set(card);
      cards.set(card.id, card);
    },
    find: (query) => {
      const ids = listFor(query);
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

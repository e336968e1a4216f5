import type { Chapter, Clock, Order, OrderId, Scope, Store, StoredOrder } from "@hostseal/core";
import { mustWrite } from "./orders/chapter-rules.ts";
import { createLocalClaims } from "./orders/local-claims.ts";
import { isInScope, toCard } from "./index/order-card.ts";
import { createOrderIndex } from "./index/order-index.ts";
import { assertMayFollow } from "./orders/put-rules.ts";

export type MemoryStoreOptions = {
  /** For the leases of claims; without it the store has no claims. */
  readonly clock?: Pick<Clock, "now">;
};

/**
 * The Store port for simulations and tests: it forgets everything with its process. Documents are kept as JSON texts, so
 * that it gives back what a file would, and nothing that it gave can change it.
 */
export const createMemoryStore = ({ clock }: MemoryStoreOptions = {}): Store => {
  const index = createOrderIndex();
  const orders = new Map<OrderId, string>();
  const chapters = new Map<OrderId, string[]>();

  const read = (id: OrderId, scope: Scope): StoredOrder | undefined => {
    const card = index.get(id);
    const text = orders.get(id);
    if (card === undefined || text === undefined || !isInScope(card, scope)) return undefined;
    return { order: JSON.parse(text) as Order, version: card.version };
  };

  const store: Store = {
    get: async (id, scope) => read(id, scope),
    put: async (order, expectedVersion) => {
      assertMayFollow(index.get(order.id), order, expectedVersion);
      const version = expectedVersion + 1;
      orders.set(order.id, JSON.stringify(order));
      index.set(toCard(order, version));
      return version;
    },
    query: async (query) => {
      const cards = index.find({ ...query, limit: query.limit + 1 });
      const page = cards.slice(0, query.limit);
      return {
        orders: page.flatMap(({ id }) => read(id, query.scope)?.order ?? []),
        next: cards.length > page.length ? page.at(-1)?.id : undefined,
      };
    },
    due: async (request) => index.due(request),
    nextDue: async () => index.nextDue(),
    archive: async (chapter) => {
      const kept = chapters.get(chapter.order) ?? [];
      const text = kept[chapter.number];
      const present = text === undefined ? undefined : (JSON.parse(text) as Chapter);
      if (!mustWrite(present, chapter, index.get(chapter.order)?.chapters ?? 0)) return;
      kept[chapter.number] = JSON.stringify(chapter);
      chapters.set(chapter.order, kept);
    },
    chapters: async function* readChapters(id, scope) {
      const known = read(id, scope)?.order.journal.chapters ?? 0;
      for (const text of (chapters.get(id) ?? []).slice(1, known + 1)) yield JSON.parse(text) as Chapter;
    },
    close: async () => {},
  };
  return clock === undefined ? store : { ...store, claims: createLocalClaims(clock) };
};

import type { Order, OrderId, OrderPage, OrderQuery, Scope, StoredOrder } from "@hostseal/core";
import { failure, isFailure } from "@hostseal/core";
import type { DocumentCollection } from "../disk/document-collection.ts";
import type { OrderCard } from "../index/order-card.ts";
import { isInScope, isWanted } from "../index/order-card.ts";
import type { OrderDocument } from "./order-document.ts";
import { toDocument } from "./order-document.ts";
import type { OrderIndex } from "../index/order-index.ts";
import { createOrderIndex } from "../index/order-index.ts";
import { assertMayFollow } from "./put-rules.ts";
import { scanOrders } from "./scan-orders.ts";

/** A document that cannot be read, by its path, and why. */
export type UnreadableDocument = { readonly document: string; readonly because: string };

/** The order documents and the index over them. Writes, and `recover`, one at a time per order. */
export type OrderShelf = {
  readonly index: OrderIndex;
  card(id: OrderId, scope: Scope): OrderCard | undefined;
  read(card: OrderCard): Promise<StoredOrder>;
  write(order: Order, expectedVersion: number): Promise<number>;
  find(query: OrderQuery): Promise<OrderPage>;
  isUnreadable(id: OrderId): boolean;
  /** Takes an order in whose file could not be read before; nothing when the file is gone by now. */
  recover(id: OrderId): Promise<StoredOrder | undefined>;
  unreadable(): readonly UnreadableDocument[];
};

/** Reads every card once. */
export const openOrderShelf = async (documents: DocumentCollection<OrderDocument>): Promise<OrderShelf> => {
  const index = createOrderIndex();
  const { cards, unreadable } = await scanOrders(documents);
  for (const card of cards) index.set(card);

  const look = async (id: OrderId): Promise<OrderDocument | undefined> => {
    const title = documents.titleOf(id);
    try {
      const document = await documents.read(id);
      unreadable.delete(title);
      return document;
    } catch (error) {
      if (isFailure(error, "store.corrupt")) unreadable.set(title, String(error.parameters["because"]));
      throw error;
    }
  };

  const read = async ({ id }: OrderCard): Promise<OrderDocument> => {
    const document = await look(id);
    if (document !== undefined) return document;
    throw failure("store.corrupt", { document: documents.titleOf(id), because: "the file is gone" });
  };

  /** Nothing for an order that changed out of the question meanwhile, and for one that cannot be read: it is noted. */
  const readWanted = async (card: OrderCard, query: OrderQuery): Promise<Order | undefined> => {
    try {
      const document = await read(card);
      return isWanted(document.card, query) ? document.order : undefined;
    } catch (error) {
      if (isFailure(error, "store.corrupt")) return undefined;
      throw error;
    }
  };

  /** After a write that failed the index says what the file says, whichever of the two it is. */
  const followFile = async (id: OrderId): Promise<void> => {
    try {
      const document = await documents.read(id);
      if (document !== undefined) index.set(document.card);
    } catch (error) {
      if (!isFailure(error, "store.corrupt")) throw error;
    }
  };

  return {
    index,
    card: (id, scope) => {
      const card = index.get(id);
      return card !== undefined && isInScope(card, scope) ? card : undefined;
    },
    read: async (card) => toStored(await read(card)),
    write: async (order, expectedVersion) => {
      assertMayFollow(index.get(order.id), order, expectedVersion);
      const document = toDocument(order, expectedVersion + 1);
      try {
        await documents.write(order.id, document);
      } catch (error) {
        await followFile(order.id);
        throw error;
      }
      index.set(document.card);
      unreadable.delete(documents.titleOf(order.id));
      return document.card.version;
    },
    find: async (query) => {
      const cards = index.find({ ...query, limit: query.limit + 1 });
      const page = cards.slice(0, query.limit);
      const orders = await Promise.all(page.map(async (card) => readWanted(card, query)));
      const next = cards.length > page.length ? page.at(-1)?.id : undefined;
      return { orders: orders.filter((order) => order !== undefined), next };
    },
    isUnreadable: (id) => index.get(id) === undefined && unreadable.has(documents.titleOf(id)),
    recover: async (id) => {
      const document = await look(id);
      if (document !== undefined && index.get(id) === undefined) index.set(document.card);
      return document === undefined ? undefined : toStored(document);
    },
    unreadable: () => [...unreadable].map(([document, because]) => ({ document, because })),
  };
};

const toStored = ({ card, order }: OrderDocument): StoredOrder => ({ order, version: card.version });

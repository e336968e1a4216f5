import { setImmediate as nextTurn } from "node:timers/promises";
import type { Order, OrderId, Store, StoredOrder } from "@hostseal/core";
import { failure } from "@hostseal/core";
import type { StoreLiar } from "./store-liar.ts";

const stale = (order: Order): Error => failure("store.stale", { document: `Order ${order.id}` });

/** Orders in a map, for liars about versions. */
const createShelf = () => {
  const shelf = new Map<OrderId, StoredOrder>();
  return {
    get: async (id: OrderId) => structuredClone(shelf.get(id)),
    versionOf: (id: OrderId) => shelf.get(id)?.version ?? 0,
    keep: (order: Order) => {
      const version = (shelf.get(order.id)?.version ?? 0) + 1;
      shelf.set(order.id, { order: structuredClone(order), version });
      return version;
    },
    shelf,
  };
};

/** Liars about versions, journals and copies. */
export const writingLiars: readonly StoreLiar[] = [
  {
    title: "writes over any version",
    foundBy: "refuses a write over any version but the last, and changes nothing",
    spoil: () => {
      const { get, keep } = createShelf();
      return { get, put: async (order) => keep(order) };
    },
  },
  {
    title: "compares the version, waits, and writes",
    foundBy: "lets one of many writers at once win, and tells the others",
    spoil: () => {
      const { get, keep, versionOf } = createShelf();
      const put: Store["put"] = async (order, expectedVersion) => {
        if (versionOf(order.id) !== expectedVersion) throw stale(order);
        await nextTurn();
        return keep(order);
      };
      return { get, put };
    },
  },
  {
    title: "takes an order whose journal went back",
    foundBy: "refuses an order whose journal has fewer entries or chapters than before",
    spoil: () => {
      const { get, keep, versionOf } = createShelf();
      const put: Store["put"] = async (order, expectedVersion) => {
        if (versionOf(order.id) !== expectedVersion) throw stale(order);
        return keep(order);
      };
      return { get, put };
    },
  },
  {
    title: "gives out the very object that it keeps",
    foundBy: "is not changed through what it was given or what it gave",
    spoil: (honest) => {
      const { keep, shelf } = createShelf();
      const put: Store["put"] = async (order, expectedVersion) => {
        keep(order);
        return honest.put(order, expectedVersion);
      };
      return { get: async (id) => shelf.get(id), put };
    },
  },
];

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Order } from "@hostseal/core";

/** The part of lowdb/node that is used here; it is the store package's dependency, not this one's. */
type LowdbNode = {
  readonly JSONFilePreset: <T>(path: string, empty: T) => Promise<{ readonly data: T; write(): Promise<void> }>;
};

const loadLowdb = async (): Promise<LowdbNode> => {
  const { resolve } = createRequire(import.meta.resolve("@hostseal/store"));
  return (await import(pathToFileURL(resolve("lowdb/node")).href)) as LowdbNode;
};

export type OneFile = {
  /** Resolves when the file was renamed into place; unlike the embedded store, nothing is synced. */
  change(id: string, step: (order: Order) => Order): Promise<void>;
};

/** All orders in one lowdb file, as lowdb is used out of the box. */
export const createOneFile = async (path: string, orders: readonly Order[]): Promise<OneFile> => {
  const { JSONFilePreset } = await loadLowdb();
  const database = await JSONFilePreset(path, { orders: Object.fromEntries(orders.map((order) => [order.id, order])) });
  await database.write();
  return {
    change: async (id, step) => {
      const order = database.data.orders[id];
      if (order === undefined) throw new TypeError(`there is no order ${id}`);
      database.data.orders[id] = step(order);
      await database.write();
    },
  };
};

import type { OrderId, Store } from "@hostseal/core";
import { asId } from "@hostseal/core";
import type { StoreLiar } from "./store-liar.ts";

/** Liars about pages and names. */
export const listLiars: readonly StoreLiar[] = [
  {
    title: "pages by position instead of by id",
    foundBy: "neither repeats nor drops an order while others are written between two pages",
    spoil: (honest) => ({
      query: async ({ after, limit, ...query }) => {
        const { orders } = await honest.query({ ...query, limit: 1000 });
        const start = Number(after ?? 0);
        const end = start + limit;
        return { orders: orders.slice(start, end), next: end < orders.length ? asId(String(end)) : undefined };
      },
    }),
  },
  {
    title: "calls no page the last one",
    foundBy: "says of the last page that it is the last, also when it is full or empty",
    spoil: (honest) => ({
      query: async (query) => {
        const { orders } = await honest.query(query);
        return { orders, next: orders.at(-1)?.id };
      },
    }),
  },
  {
    title: "finds an order by every name it ever held",
    foundBy: "finds orders by exact name, and follows when names are added and dropped",
    spoil: (honest) => {
      const held = new Map<OrderId, Set<string>>();
      const put: Store["put"] = async (order, version) => {
        held.set(order.id, new Set([...(held.get(order.id) ?? []), ...order.names]));
        return honest.put(order, version);
      };
      const query: Store["query"] = async ({ name, ...query }) => {
        const page = await honest.query(query);
        return { ...page, orders: page.orders.filter(({ id }) => name === undefined || held.get(id)?.has(name)) };
      };
      return { put, query };
    },
  },
];

import type { Order, OrderId, Store } from "@hostseal/core";
import { everything } from "./store-check.ts";
import type { StoreLiar } from "./store-liar.ts";

const allOrders = async (store: Store): Promise<readonly Order[]> =>
  (await store.query({ scope: everything, limit: 1000 })).orders;

/** Liars about when an order is due. */
export const dueLiars: readonly StoreLiar[] = [
  {
    title: "gives due orders by id",
    foundBy: "gives the orders whose time has come, earliest first, and no others",
    spoil: (honest) => ({ due: async (request) => [...(await honest.due(request))].sort() }),
  },
  {
    title: "cuts off before it sorts",
    foundBy: "gives no more due orders than asked for, and the earliest of them",
    spoil: (honest) => ({
      due: async (request) => {
        const all = await honest.due({ ...request, limit: 1000 });
        const first = new Set([...all].sort().slice(0, request.limit));
        return all.filter((id) => first.has(id));
      },
    }),
  },
  {
    title: "looks at the time and not at the rules edition",
    foundBy:
      "gives orders that were last decided under another rules edition before their time, also those without one",
    spoil: (honest) => ({
      due: async (request) => {
        const orders = await allOrders(honest);
        const come = new Set(orders.filter(({ next }) => (next.at ?? Infinity) <= request.now).map(({ id }) => id));
        return (await honest.due(request)).filter((id) => come.has(id));
      },
    }),
  },
  {
    title: "remembers the first appointment of an order for ever",
    foundBy: "follows when an order's time or rules edition changes",
    spoil: (honest) => {
      const first = new Set<OrderId>();
      const put: Store["put"] = async (order, version) => {
        if (version === 0 && order.next.at !== null) first.add(order.id);
        return honest.put(order, version);
      };
      return { put, due: async () => [...first] };
    },
  },
  {
    title: "knows no next time once the first has passed",
    foundBy: "says when the next order becomes due",
    spoil: (honest) => {
      let told: number | undefined;
      return {
        nextDue: async () => {
          const next = await honest.nextDue();
          if (told !== undefined) return undefined;
          told = next;
          return next;
        },
      };
    },
  },
];

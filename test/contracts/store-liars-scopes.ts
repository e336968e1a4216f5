import { everything } from "./store-check.ts";
import type { StoreLiar } from "./store-liar.ts";

/** Liars about who may see what. */
export const scopeLiars: readonly StoreLiar[] = [
  {
    title: "gives an order to anybody who knows its id",
    foundBy: "has no such order for another partner or customer",
    spoil: (honest) => ({ get: async (id) => honest.get(id, everything) }),
  },
  {
    title: "lists the orders of a partner to each of its customers",
    foundBy: "lists no order of another partner or customer, not even by name",
    spoil: (honest) => ({
      query: async ({ scope, ...query }) => {
        const wider = scope.kind === "customer" ? ({ kind: "partner", partner: scope.partner } as const) : scope;
        return honest.query({ ...query, scope: wider });
      },
    }),
  },
  {
    title: "forgets the scope when it is asked by name",
    foundBy: "lists no order of another partner or customer, not even by name",
    spoil: (honest) => ({
      query: async (query) => honest.query(query.name === undefined ? query : { ...query, scope: everything }),
    }),
  },
  {
    title: "gives chapters to anybody who knows the order's id",
    foundBy: "gives no chapter of an order out of scope",
    spoil: (honest) => ({ chapters: (id) => honest.chapters(id, everything) }),
  },
];

import type { Claims, Store } from "@hostseal/core";
import type { StoreLiar } from "./store-liar.ts";

/** Claims that are right in everything but what `spoil` says. */
const spoilClaims =
  (spoil: (honest: Claims) => Partial<Claims>) =>
  ({ claims }: Store): Partial<Store> => {
    if (claims === undefined) throw new TypeError("a liar about claims needs a store that has them");
    return { claims: { ...claims, ...spoil(claims) } };
  };

/** Liars about claims. */
export const claimLiars: readonly StoreLiar[] = [
  {
    title: "gives an order to every worker",
    foundBy: "gives an order to one of many workers, and another order to another",
    spoil: spoilClaims(() => ({ claim: async (order, worker) => ({ order, worker, fence: 1 }) })),
  },
  {
    title: "counts fences from one again after a release",
    foundBy: "gives a released order away at once, with a higher fence",
    spoil: spoilClaims((honest) => ({
      claim: async (...request) => {
        const claim = await honest.claim(...request);
        return claim && { ...claim, fence: 1 };
      },
      release: async ({ order, worker }) => {
        const claim = await honest.claim(order, worker, 0);
        if (claim !== undefined) await honest.release(claim);
      },
    })),
  },
  {
    title: "makes every lease too short",
    foundBy: "keeps an order for as long as its lease runs and is extended",
    spoil: spoilClaims((honest) => ({
      claim: async (order, worker, lease) => honest.claim(order, worker, lease / 2),
    })),
  },
  {
    title: "never lets a lease run out",
    foundBy: "gives an order away when its lease has run out",
    spoil: spoilClaims((honest) => ({
      claim: async (order, worker) => honest.claim(order, worker, Number.MAX_SAFE_INTEGER),
    })),
  },
  {
    title: "tells a late worker that all is well",
    foundBy: "tells a late worker that its claim is an old one, and lets it do no harm",
    spoil: spoilClaims(() => ({ holds: async () => true })),
  },
];

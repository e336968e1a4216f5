import type { Issuer, IssuerOrder, Money, Product } from "@hostseal/core";
import { failure, isFailure } from "@hostseal/core";
import { facet, keyOf } from "./issuer-check.ts";
import type { IssuerLiar } from "./issuer-liar.ts";
import { aboutFailures } from "./issuer-liar.ts";

/** The same key with something new on it for every try. */
const freshKeys = () => {
  let tries = 0;
  return (key: string) => keyOf(`${key}/${(tries += 1)}`);
};

const ordersAnew = (honest: Issuer): Partial<Issuer> => {
  const fresh = freshKeys();
  return { place: async (request) => honest.place({ ...request, key: fresh(request.key) }) };
};

const reissuesAnew = (honest: Issuer): Partial<Issuer> => {
  const fresh = freshKeys();
  return { reissue: async (ref, request) => honest.reissue(ref, { ...request, key: fresh(request.key) }) };
};

const triesAgain = (honest: Issuer): Partial<Issuer> => ({
  place: async (request) =>
    honest.place(request).catch((error: unknown) => {
      if (!isFailure(error, "issuer.answer-lost")) throw error;
      return honest.place(request);
    }),
});

const ordersOnce = (honest: Issuer): Partial<Issuer> => {
  const orders: Promise<IssuerOrder>[] = [];
  return {
    place: async (request) => {
      if (orders.length === 0) orders.push(honest.place(request));
      return orders[0] ?? honest.place(request);
    },
  };
};

const remembersBalance = (honest: Issuer): Partial<Issuer> => {
  const purse = facet(honest.purse);
  const seen: Money[] = [];
  return {
    purse: {
      balance: async () => {
        seen.push(await purse.balance());
        return seen[0] ?? purse.balance();
      },
    },
  };
};

const cancelsOnce = (honest: Issuer): Partial<Issuer> => {
  const canceller = facet(honest.canceller);
  return {
    canceller: {
      cancel: async (ref) => {
        const { status } = await honest.look(ref);
        if (status.kind === "cancelled") throw failure("issuer.wrong-state", { issuer: "liar", because: "done" });
        return canceller.cancel(ref);
      },
    },
  };
};

const forFree = (product: Product): Product => {
  const nothing = { amount: 0, currency: "EUR" };
  return { ...product, price: { perYear: nothing, perExtraNamePerYear: nothing } };
};

/** Liars about money. */
export const spendingLiars: readonly IssuerLiar[] = [
  {
    title: "makes a new key for every try",
    foundBy: "orders and charges once for one key, asked one after the other",
    spoil: ordersAnew,
  },
  {
    title: "makes a new key for everyone who asks at once",
    foundBy: "orders and charges once for one key, asked five times at once",
    spoil: ordersAnew,
  },
  {
    title: "remembers the first answer for ever",
    foundBy: "gives the order back for its key when it has long been issued",
    spoil: ordersOnce,
  },
  {
    title: "tries again by itself when an answer is lost",
    foundBy: "says that an answer was lost, and orders nothing new when it is asked again",
    spoil: triesAgain,
  },
  {
    title: "calls a lost answer a closed door",
    foundBy: "says that an answer was lost, and orders nothing new when it is asked again",
    spoil: aboutFailures(() => failure("issuer.unreachable", { issuer: "liar", because: "the connection was cut" })),
  },
  {
    title: "takes every order for the first one",
    foundBy: "orders twice for two keys",
    spoil: ordersOnce,
  },
  {
    title: "makes a new key for every reissue",
    foundBy: "reissues once for one key, also after a lost answer",
    spoil: reissuesAnew,
  },
  {
    title: "finds nothing",
    foundBy: "finds an order by our own key, and nothing by a key it never saw",
    spoil: () => ({ finder: { find: async () => undefined } }),
  },
  {
    title: "finds the same order under every key",
    foundBy: "finds an order by our own key, and nothing by a key it never saw",
    spoil: (honest) => ({
      finder: { find: async () => facet(honest.finder).find(keyOf("order-1")) },
    }),
  },
  {
    title: "finds orders only by the key they were placed with",
    foundBy: "finds an order by the key of a reissue too",
    spoil: (honest) => ({
      finder: {
        find: async (key) => (key.startsWith("order") ? facet(honest.finder).find(key) : undefined),
      },
    }),
  },
  {
    title: "remembers the balance",
    foundBy: "shows a balance that falls by what an order has cost",
    spoil: remembersBalance,
  },
  {
    title: "calls an empty purse a refusal",
    foundBy: "orders nothing when the balance is short",
    spoil: aboutFailures(() => failure("issuer.rejected", { issuer: "liar", because: "no" })),
  },
  {
    title: "cancels once and fails the second time",
    foundBy: "cancels an order before its first certificate with the money back, however often",
    spoil: cancelsOnce,
  },
  {
    title: "says it has cancelled what is issued",
    foundBy: "does not cancel once it has issued",
    spoil: (honest) => ({
      canceller: { cancel: async (ref) => ({ ...(await honest.look(ref)), status: { kind: "cancelled" } }) },
    }),
  },
  {
    title: "shows a price that is not the price",
    foundBy: "sells what its catalogue says, at the price it says",
    spoil: (honest) => ({
      catalogue: {
        products: async () => {
          const products = await facet(honest.catalogue).products();
          return products.map(forFree);
        },
      },
    }),
  },
];

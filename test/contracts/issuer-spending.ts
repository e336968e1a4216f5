import { deepEqual, equal, ok } from "node:assert/strict";
import type { IssuerOrder } from "@hostseal/core";
import { priceOf } from "@hostseal/core";
import type { IssuerCheck } from "./issuer-check.ts";
import {
  BLOG,
  SHOP,
  booksAgree,
  facet,
  failsWith,
  hasStatus,
  issuedOrder,
  keyOf,
  proveAll,
  requestFor,
} from "./issuer-check.ts";

const sameOrder = (orders: readonly IssuerOrder[]): void => {
  equal(new Set(orders.map(({ ref }) => ref)).size, 1, "one key has become several orders");
};

/** Money and lost answers. Vendors get wrong: they have no idempotency, and then a driver must look before it sends. */
export const issuerSpending: readonly IssuerCheck[] = [
  {
    name: "orders and charges once for one key, asked one after the other",
    run: async (subject) => {
      const request = await requestFor(subject);
      const [first, second] = [await subject.issuer.place(request), await subject.issuer.place(request)];
      sameOrder([first, second]);
      booksAgree(subject, [first]);
    },
  },
  {
    name: "orders and charges once for one key, asked five times at once",
    run: async (subject) => {
      const request = await requestFor(subject);
      const orders = await Promise.all([1, 2, 3, 4, 5].map(() => subject.issuer.place(request)));
      sameOrder(orders);
      booksAgree(subject, orders.slice(0, 1));
    },
  },
  {
    name: "gives the order back for its key when it has long been issued",
    run: async (subject) => {
      const request = await requestFor(subject);
      const issued = await proveAll(subject, await subject.issuer.place(request));
      deepEqual(await subject.issuer.place(request), issued);
    },
  },
  {
    name: "says that an answer was lost, and orders nothing new when it is asked again",
    run: async (subject) => {
      const request = await requestFor(subject);
      subject.loseNextAnswer();
      await failsWith("issuer.answer-lost", subject.issuer.place(request));
      equal(subject.books.orders(), 1, "a lost answer was sent again");
      const found = await subject.issuer.place(request);
      booksAgree(subject, [found]);
    },
  },
  {
    name: "orders twice for two keys",
    run: async (subject) => {
      const first = await subject.issuer.place(await requestFor(subject, { key: "1" }));
      const second = await subject.issuer.place(await requestFor(subject, { key: "2" }));
      booksAgree(subject, [first, second]);
      ok(first.ref !== second.ref, "two keys have become one order");
    },
  },
  {
    name: "reissues once for one key, also after a lost answer",
    run: async (subject) => {
      const { ref } = await issuedOrder(subject);
      const request = await requestFor(subject, { key: "reissue-1" });
      subject.loseNextAnswer();
      await failsWith("issuer.answer-lost", subject.issuer.reissue(ref, request));
      const again = await Promise.all([1, 2].map(() => subject.issuer.reissue(ref, request)));
      deepEqual(
        again.map(({ generation }) => generation),
        [2, 2],
      );
      booksAgree(subject, again.slice(0, 1));
    },
  },
  {
    name: "finds an order by our own key, and nothing by a key it never saw",
    needs: "finder",
    run: async (subject) => {
      const finder = facet(subject.issuer.finder);
      equal(await finder.find(keyOf("order-1")), undefined);
      subject.loseNextAnswer();
      await failsWith("issuer.answer-lost", subject.issuer.place(await requestFor(subject)));
      const found = await finder.find(keyOf("order-1"));
      ok(found, "an order that was booked is not found");
      deepEqual(await subject.issuer.look(found.ref), found);
      equal(await finder.find(keyOf("order-2")), undefined);
    },
  },
  {
    name: "finds an order by the key of a reissue too",
    needs: "finder",
    run: async (subject) => {
      const finder = facet(subject.issuer.finder);
      const { ref } = await issuedOrder(subject);
      await subject.issuer.reissue(ref, await requestFor(subject, { key: "reissue-1" }));
      equal((await finder.find(keyOf("reissue-1")))?.ref, ref);
    },
  },
  {
    name: "shows a balance that falls by what an order has cost",
    needs: "purse",
    run: async (subject) => {
      const purse = facet(subject.issuer.purse);
      const before = await purse.balance();
      const { charged } = await subject.issuer.place(await requestFor(subject, { years: 2 }));
      deepEqual(await purse.balance(), { ...before, amount: before.amount - charged.amount });
      equal(charged.currency, before.currency);
    },
  },
  {
    name: "orders nothing when the balance is short",
    needs: "purse",
    run: async (subject) => {
      subject.emptyPurse();
      await failsWith("issuer.funds", subject.issuer.place(await requestFor(subject)));
      booksAgree(subject, []);
    },
  },
  {
    name: "cancels an order before its first certificate with the money back, however often",
    needs: "canceller",
    run: async (subject) => {
      const canceller = facet(subject.issuer.canceller);
      const { ref } = await subject.issuer.place(await requestFor(subject));
      await canceller.cancel(ref);
      const cancelled = await canceller.cancel(ref);
      hasStatus(cancelled, "cancelled");
      equal(cancelled.charged.amount, 0);
      booksAgree(subject, [cancelled]);
    },
  },
  {
    name: "does not cancel once it has issued",
    needs: "canceller",
    run: async (subject) => {
      const issued = await issuedOrder(subject, { names: [BLOG] });
      await failsWith("issuer.wrong-state", facet(subject.issuer.canceller).cancel(issued.ref));
      deepEqual(await subject.issuer.look(issued.ref), issued);
    },
  },
  {
    name: "sells what its catalogue says, at the price it says",
    needs: "catalogue",
    run: async (subject) => {
      const products = await facet(subject.issuer.catalogue).products();
      const product = products.find(({ code }) => code === subject.products.single);
      ok(product, "a product that is sold is not in the catalogue");
      const { charged } = await subject.issuer.place(await requestFor(subject, { years: 2, names: [SHOP] }));
      deepEqual(charged, priceOf(product, [SHOP], 2));
      for (const { years, maxNames } of products) ok(years.length > 0 && maxNames > 0, "a product cannot be bought");
    },
  },
];

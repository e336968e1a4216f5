import { deepEqual, equal, notDeepEqual, ok } from "node:assert/strict";
import { isFailure } from "@hostseal/core";
import { METHODS } from "@hostseal/rules";
import type { IssuerCheck, IssuerSubject, Wish } from "./issuer-check.ts";
import {
  BLOG,
  NEWS,
  ORGANISATION,
  SHOP,
  WILDCARD,
  booksAgree,
  choiceOf,
  failsWith,
  hasStatus,
  issuedOrder,
  keyOf,
  requestFor,
  validationOf,
} from "./issuer-check.ts";

const NAMES = [SHOP, BLOG, NEWS];

/** Whether an order is turned down, be it by the driver or by the vendor, and nothing is booked. */
const isRefused = async (subject: IssuerSubject, wish: Wish): Promise<void> => {
  const request = { ...(await requestFor(subject, wish)), organisation: ORGANISATION };
  const thrown: unknown = await subject.issuer.place(request).catch((error: unknown) => error);
  ok(isFailure(thrown, "capability.unsupported") || isFailure(thrown, "issuer.rejected"), "it was not refused");
  booksAgree(subject, []);
};

/** From the order to the proofs. Vendors get wrong: artefacts that are not theirs, and looks that change something. */
export const issuerOrdering: readonly IssuerCheck[] = [
  {
    name: "takes an order, waits for proof of every name, and says what it has charged",
    run: async (subject) => {
      const order = await subject.issuer.place(await requestFor(subject));
      hasStatus(order, "awaiting-validation");
      equal(order.generation, 1);
      equal(order.licence, undefined, "a licence has begun before the first certificate");
      equal(validationOf(order, SHOP).status.kind, "pending");
      ok(order.charged.amount > 0, "nothing was charged");
      booksAgree(subject, [order]);
    },
  },
  {
    name: "takes an order for several names and asks for a proof of each",
    needs: "multiDomain",
    run: async (subject) => {
      const order = await subject.issuer.place(await requestFor(subject, { names: NAMES }));
      for (const name of NAMES) ok(validationOf(order, name).artefact, `nothing to publish for ${name}`);
      equal(order.validations.length, NAMES.length);
    },
  },
  {
    name: "takes an order with a wildcard",
    needs: "wildcard",
    run: async (subject) => {
      hasStatus(await issuedOrder(subject, { names: [WILDCARD], method: "dns-txt" }), "issued");
    },
  },
  {
    name: "says the same on every look, and nothing is ordered or charged by looking",
    run: async (subject) => {
      const placed = await subject.issuer.place(await requestFor(subject));
      const looks = await Promise.all([1, 2, 3].map(() => subject.issuer.look(placed.ref)));
      for (const look of looks) deepEqual(look, placed);
      booksAgree(subject, [placed]);
    },
  },
  {
    name: "keeps orders apart",
    run: async (subject) => {
      const shop = await subject.issuer.place(await requestFor(subject, { key: "1", names: [SHOP] }));
      const blog = await subject.issuer.place(await requestFor(subject, { key: "2", names: [BLOG] }));
      deepEqual(await subject.issuer.look(shop.ref), shop);
      deepEqual(await subject.issuer.look(blog.ref), blog);
      booksAgree(subject, [shop, blog]);
    },
  },
  {
    name: "gives an artefact of the kind that was chosen, for every method of its manifest",
    run: async (subject) => {
      for (const method of subject.issuer.manifest.methods) {
        const order = await subject.issuer.place(await requestFor(subject, { method, key: method }));
        const { artefact, method: told } = validationOf(order, SHOP);
        equal(told, method);
        ok(method.startsWith("acme-") || artefact?.kind === method, `${method} comes with ${artefact?.kind}`);
      }
    },
  },
  {
    name: "refuses a method that its manifest does not name, before anything is ordered",
    run: async (subject) => {
      const method = METHODS.find((each) => !subject.issuer.manifest.methods.includes(each));
      if (method !== undefined) await isRefused(subject, { method });
    },
  },
  {
    name: "refuses what its manifest says it cannot take, before anything is ordered",
    run: async (subject) => {
      const { wildcard, multiDomain, organisation } = subject.issuer.manifest.capabilities;
      if (!wildcard.can) await isRefused(subject, { names: [WILDCARD], method: "dns-txt" });
      if (!multiDomain.can) await isRefused(subject, { names: NAMES });
      if (!organisation.can) await isRefused(subject, { product: subject.products.organisation });
    },
  },
  {
    name: "refuses what is wrong with a request, says what, and charges nothing",
    run: async (subject) => {
      const request = await requestFor(subject);
      await failsWith("issuer.rejected", subject.issuer.place({ ...request, csr: "not a request" }));
      await failsWith("issuer.rejected", subject.issuer.place({ ...request, product: "no-such-product" }));
      booksAgree(subject, []);
    },
  },
  {
    name: "gives the artefact of another method when that is chosen, and leaves other names alone",
    needs: "multiDomain",
    run: async (subject) => {
      const [, second] = subject.issuer.manifest.methods;
      if (second === undefined) return;
      const placed = await subject.issuer.place(await requestFor(subject, { names: [SHOP, BLOG] }));
      const changed = await subject.issuer.setValidation(placed.ref, SHOP, choiceOf(second, SHOP));
      equal(validationOf(changed, SHOP).method, second);
      notDeepEqual(validationOf(changed, SHOP).artefact, validationOf(placed, SHOP).artefact);
      deepEqual(validationOf(changed, BLOG), validationOf(placed, BLOG));
      deepEqual(await subject.issuer.look(placed.ref), changed);
    },
  },
  {
    name: "changes nothing when what is chosen is chosen again",
    run: async (subject) => {
      const placed = await subject.issuer.place(await requestFor(subject));
      const [method] = subject.issuer.manifest.methods;
      if (method === undefined) return;
      deepEqual(await subject.issuer.setValidation(placed.ref, SHOP, choiceOf(method, SHOP)), placed);
    },
  },
  {
    name: "does not know an order that was never placed",
    run: async ({ issuer }) => {
      const ref = keyOf("no-such-order") as never;
      await failsWith("issuer.order-unknown", issuer.look(ref));
      await failsWith("issuer.order-unknown", issuer.check(ref));
      await failsWith("issuer.order-unknown", issuer.collect(ref, 1));
    },
  },
];

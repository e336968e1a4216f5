import { equal, ok } from "node:assert/strict";
import type { Claim, Claims, OrderId } from "@hostseal/core";
import { asId } from "@hostseal/core";
import type { StoreCheck, StoreSubject } from "./store-check.ts";
import { idsFrom } from "./store-check.ts";

const ID = asId<OrderId>("order-1");
const LEASE = 1000;

const claimsOf = ({ store }: StoreSubject): Claims => {
  if (store.claims === undefined) throw new TypeError("these checks are for stores that have claims");
  return store.claims;
};

const claimed = (claim: Claim | undefined): Claim => {
  ok(claim !== undefined, "a free order could not be claimed");
  return claim;
};

/** Claims: for stores that have them. */
export const storeClaims: readonly StoreCheck[] = [
  {
    name: "gives an order to one of many workers, and another order to another",
    run: async (subject) => {
      const claims = claimsOf(subject);
      const workers = idsFrom("worker", 10);
      const claimsOfOne = await Promise.all(workers.map(async (worker) => claims.claim(ID, worker, LEASE)));
      equal(claimsOfOne.filter((claim) => claim !== undefined).length, 1);
      claimed(await claims.claim(asId("order-2"), "worker-late", LEASE));
    },
  },
  {
    name: "gives a released order away at once, with a higher fence",
    run: async (subject) => {
      const claims = claimsOf(subject);
      const first = claimed(await claims.claim(ID, "a", LEASE));
      await claims.release(first);
      const second = claimed(await claims.claim(ID, "b", LEASE));
      ok(second.fence > first.fence, "the fence did not grow");
    },
  },
  {
    name: "keeps an order for as long as its lease runs and is extended",
    run: async (subject) => {
      const claims = claimsOf(subject);
      const claim = claimed(await claims.claim(ID, "a", LEASE));
      subject.passTime(LEASE - 1);
      equal(await claims.claim(ID, "b", LEASE), undefined);
      equal(await claims.extend(claim, LEASE), true);
      subject.passTime(LEASE - 1);
      equal(await claims.claim(ID, "b", LEASE), undefined);
      equal(await claims.holds(claim), true);
    },
  },
  {
    name: "gives an order away when its lease has run out",
    run: async (subject) => {
      const claims = claimsOf(subject);
      const first = claimed(await claims.claim(ID, "a", LEASE));
      subject.passTime(LEASE + 1);
      const second = claimed(await claims.claim(ID, "b", LEASE));
      ok(second.fence > first.fence, "the fence did not grow");
    },
  },
  {
    name: "tells a late worker that its claim is an old one, and lets it do no harm",
    run: async (subject) => {
      const claims = claimsOf(subject);
      const late = claimed(await claims.claim(ID, "a", LEASE));
      subject.passTime(LEASE + 1);
      const newest = claimed(await claims.claim(ID, "b", LEASE));
      equal(await claims.holds(late), false);
      equal(await claims.extend(late, LEASE), false);
      await claims.release(late);
      equal(await claims.holds(newest), true);
      equal(await claims.claim(ID, "c", LEASE), undefined);
    },
  },
];

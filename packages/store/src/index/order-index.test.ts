import type { OrderQuery, Scope } from "@hostseal/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { OrderCard } from "./order-card.ts";
import { createOrderIndex } from "./order-index.ts";

const oneOf = <Text extends string>(...texts: readonly string[]): fc.Arbitrary<Text> =>
  fc.constantFrom(...texts).map((text) => text as Text);

const card: fc.Arbitrary<OrderCard> = fc.record({
  version: fc.constant(1),
  id: oneOf<OrderCard["id"]>("a", "b", "c", "d", "e", "f", "g"),
  partner: oneOf<OrderCard["partner"]>("p1", "p2"),
  customer: oneOf<OrderCard["customer"]>("c1", "c2"),
  state: oneOf<OrderCard["state"]>("draft", "placed", "active"),
  names: fc.uniqueArray(oneOf<OrderCard["names"][number]>("x.example", "y.example", "z.example")),
  nextAt: fc.option(fc.integer({ min: 0, max: 9 })),
  rulesEdition: oneOf("old", "new", "newest"),
  sequence: fc.constant(0),
  chapters: fc.constant(0),
});

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({ kind: "everything" as const }),
  fc.record({ kind: fc.constant("partner" as const), partner: oneOf<OrderCard["partner"]>("p1", "p2") }),
  fc.record({
    kind: fc.constant("customer" as const),
    partner: oneOf<OrderCard["partner"]>("p1", "p2"),
    customer: oneOf<OrderCard["customer"]>("c1", "c2"),
  }),
);

const query: fc.Arbitrary<OrderQuery> = fc.record(
  {
    scope,
    limit: fc.integer({ min: 0, max: 8 }),
    state: oneOf<OrderCard["state"]>("draft", "placed", "active"),
    name: oneOf("x.example", "y.example", "nowhere.example"),
    after: oneOf<OrderCard["id"]>("a", "c", "cc", "g", ""),
  },
  { requiredKeys: ["scope", "limit"] },
);

const lastOfEach = (cards: readonly OrderCard[]): readonly OrderCard[] =>
  [...new Map(cards.map((each) => [each.id, each])).values()].sort((left, right) => (left.id < right.id ? -1 : 1));

const isAsked = (each: OrderCard, { scope: asked, state, name, after }: OrderQuery): boolean =>
  (asked.kind === "everything" || each.partner === asked.partner) &&
  (asked.kind !== "customer" || each.customer === asked.customer) &&
  (state === undefined || each.state === state) &&
  (name === undefined || each.names.some((held) => held === name)) &&
  (after === undefined || each.id > after);

const timeOf = ({ nextAt }: OrderCard): number => nextAt ?? Infinity;

const indexOf = (cards: readonly OrderCard[]) => {
  const index = createOrderIndex();
  for (const each of cards) index.set(each);
  return index;
};

it("finds what a look at every card would find", () => {
  fc.assert(
    fc.property(fc.array(card, { maxLength: 30 }), query, (cards, asked) => {
      const expected = lastOfEach(cards).filter((each) => isAsked(each, asked));
      expect(indexOf(cards).find(asked)).toEqual(expected.slice(0, asked.limit));
    }),
  );
});

it("knows what is due as well as a look at every card would", () => {
  const request = fc.record({
    now: fc.integer({ min: 0, max: 9 }),
    rulesEdition: oneOf("old", "new", "other"),
    limit: fc.integer({ min: 1, max: 8 }),
  });
  fc.assert(
    fc.property(fc.array(card, { maxLength: 30 }), request, (cards, { now, rulesEdition, limit }) => {
      const expected = lastOfEach(cards)
        .filter((each) => timeOf(each) <= now || each.rulesEdition !== rulesEdition)
        .toSorted((left, right) => (timeOf(left) === timeOf(right) ? 0 : timeOf(left) - timeOf(right)));
      expect(indexOf(cards).due({ now, rulesEdition, limit })).toEqual(expected.slice(0, limit).map(({ id }) => id));
    }),
  );
});

it("knows the earliest time of all", () => {
  fc.assert(
    fc.property(fc.array(card, { maxLength: 30 }), (cards) => {
      const times = lastOfEach(cards).flatMap(({ nextAt }) => (nextAt === null ? [] : [nextAt]));
      expect(indexOf(cards).nextDue()).toBe(times.length === 0 ? undefined : Math.min(...times));
    }),
  );
});

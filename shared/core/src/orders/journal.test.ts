import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asId } from "../identifiers.ts";
import type { OrderId } from "../identifiers.ts";
import type { OrderEvent } from "./event.ts";
import type { JournalEntry } from "./journal.ts";
import { nextEntry, verifyChain } from "./journal.ts";

const ORDER: OrderId = asId("ord_1");

const journal = (events: readonly OrderEvent[], order = ORDER): readonly JournalEntry[] => {
  const entries: JournalEntry[] = [];
  for (const [index, event] of events.entries()) {
    const last = { sequence: index, head: entries.at(-1)?.hash ?? "" };
    entries.push(nextEntry(order, last, { at: 1000 + index, by: "hostseal", event }));
  }
  return entries;
};

const sent = (id: string): OrderEvent => ({ kind: "message.sent", id });
const entries = journal(["a", "b", "c", "d"].map(sent));
const head = entries.at(-1)?.hash ?? "";

const verdict = (changed: readonly JournalEntry[], expected = head) => verifyChain(ORDER, changed, expected);

const replaced = (index: number, change: Partial<JournalEntry>): readonly JournalEntry[] =>
  entries.map((entry, at) => (at === index ? { ...entry, ...change } : entry));

describe("a journal", () => {
  test("is intact as it was written, also when it is empty", () => {
    expect(verdict(entries)).toEqual({ kind: "intact", entries: 4, head });
    expect(verdict([], "")).toEqual({ kind: "intact", entries: 0, head: "" });
  });

  test.each([
    ["what happened", { event: sent("x") }],
    ["when", { at: 999 }],
    ["who", { by: "somebody" }],
  ])("names the entry of which %s was altered", (_what, change) => {
    for (const index of entries.keys())
      expect(verdict(replaced(index, change))).toEqual({ kind: "broken", sequence: index + 1, because: "altered" });
  });

  test("names the place where an entry is missing, wherever that is", () => {
    for (const index of [0, 1, 2])
      expect(verdict(entries.toSpliced(index, 1))).toEqual({ kind: "broken", sequence: index + 1, because: "missing" });
    expect(verdict(entries.slice(0, -1))).toEqual({ kind: "broken", sequence: 4, because: "head-differs" });
  });

  test("names the place where an entry was put in, doubled or put elsewhere", () => {
    const [first, second, third, fourth] = entries as [JournalEntry, JournalEntry, JournalEntry, JournalEntry];
    const forged = nextEntry(ORDER, { sequence: 1, head: first.hash }, { at: 1, by: "hostseal", event: sent("x") });
    expect(verdict([first, forged, second, third, fourth])).toMatchObject({ sequence: 3, because: "missing" });
    expect(verdict([first, first, second, third, fourth])).toMatchObject({ sequence: 2, because: "missing" });
    expect(verdict([first, third, second, fourth])).toMatchObject({ sequence: 2, because: "missing" });
  });

  test("names the entry behind one that was put in the place of another, with a hash that fits", () => {
    const [first, , third, fourth] = entries as [JournalEntry, JournalEntry, JournalEntry, JournalEntry];
    const forged = nextEntry(ORDER, { sequence: 1, head: first.hash }, { at: 1, by: "hostseal", event: sent("x") });
    expect(verdict([first, forged, third, fourth])).toEqual({ kind: "broken", sequence: 3, because: "missing" });
  });

  test("shows an alteration even when all hashes behind it were made anew, by its head", () => {
    const forged = journal(["a", "x", "c", "d"].map(sent));
    expect(verdict(forged)).toEqual({ kind: "broken", sequence: 5, because: "head-differs" });
  });

  test("of one order is not that of another", () => {
    expect(verifyChain(asId("ord_2"), entries, head)).toEqual({ kind: "broken", sequence: 1, because: "altered" });
  });

  test("goes on from where a closed part has ended", () => {
    const rest = entries.slice(2);
    expect(verdict([...entries.slice(0, 2), ...rest])).toMatchObject({ kind: "intact" });
    expect(verdict(rest)).toEqual({ kind: "broken", sequence: 1, because: "missing" });
  });
});

const shuffledKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffledKeys);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, field]) => [key, shuffledKeys(field)]),
  );
};

const hashOf = (event: object): string => journal([event as OrderEvent])[0]?.hash ?? "";

describe("the hash of an entry", () => {
  /** Anything an event may carry: the type of the event does not matter to the hash. */
  const event = fc.dictionary(fc.string(), fc.jsonValue()).map((fields) => ({ ...fields, kind: "some" }));

  test("is the same after a way through JSON, and whatever the order of keys", () => {
    fc.assert(
      fc.property(event, (one) => {
        expect(hashOf(JSON.parse(JSON.stringify(one)) as object)).toBe(hashOf(one));
        expect(hashOf(shuffledKeys(one) as object)).toBe(hashOf(one));
      }),
    );
  });

  test("does not care for fields that are undefined, which JSON does not keep", () => {
    expect(hashOf({ kind: "some", lost: undefined, list: [undefined] })).toBe(hashOf({ kind: "some", list: [null] }));
  });

  test("differs when anything in it differs", () => {
    fc.assert(
      fc.property(event, event, (one, other) => {
        const isSame = JSON.stringify(shuffledKeys(one)) === JSON.stringify(shuffledKeys(other));
        fc.pre(!isSame);
        expect(hashOf(one)).not.toBe(hashOf(other));
      }),
    );
    const pairs: readonly (readonly [unknown, unknown])[] = [
      ["1", 1],
      [null, "null"],
      [[], {}],
      [[1, 2], ["1,2"]],
      [{ a: 1, b: 2 }, { 'a":1,"b': 2 }],
      [
        ["a", "b"],
        [["a"], "b"],
      ],
      [false, null],
    ];
    for (const [one, other] of pairs)
      expect(hashOf({ kind: "some", value: one })).not.toBe(hashOf({ kind: "some", value: other }));
  });
});

import { describe, expect, test } from "vitest";
import { chapterOf, withoutChapter } from "./close-chapter.ts";
import type { Enrolment } from "./enrolment.ts";
import { evolve } from "./evolve.ts";
import { verifyChain } from "./journal.ts";
import type { Order } from "./order.ts";
import { TODAY, sampleActive } from "./sample-order.fixture.ts";

const enrolment: Enrolment = {
  number: 1,
  reason: "first-issue",
  names: sampleActive().names,
  begunAt: TODAY,
  phase: { kind: "abandoned" },
};
const finished: Enrolment = { ...enrolment, finishedAt: TODAY };
const reminded = ["ord_1:licence:90", "ord_1:0a:danger:7", "ord_1:1:proven", "ord_1:1:proof"];
const order = sampleActive({ enrolment: finished, reminded });

describe("a closed chapter", () => {
  test("holds the finished trip with its journal, and is the same whenever it is made", () => {
    const chapter = chapterOf(order);
    expect(chapter).toEqual({
      order: "ord_1",
      partner: "partner",
      customer: "customer",
      number: 1,
      enrolment: finished,
      entries: order.journal.entries,
    });
    const stored = JSON.parse(JSON.stringify(order)) as Order;
    expect(chapterOf(stored)).toEqual(chapter);
  });

  test("leaves the order without them, and the journal goes on from the same hash", () => {
    const rest = withoutChapter(order);
    expect(rest.enrolment).toBeUndefined();
    expect(rest.journal).toEqual({ ...order.journal, chapters: 1, entries: [] });
    const next = evolve(rest, { at: TODAY, by: "hostseal", event: { kind: "look.asked" } });
    const whole = [...chapterOf(order).entries, ...next.journal.entries];
    expect(verifyChain(order.id, whole, next.journal.head)).toMatchObject({ kind: "intact", entries: 2 });
    expect(chapterOf(next).number).toBe(2);
  });

  test("forgets the reminders that cannot come again, and no other", () => {
    expect(withoutChapter(order).reminded).toEqual(["ord_1:licence:90", "ord_1:0a:danger:7"]);
  });

  test("takes no trip that is under way, only its journal so far", () => {
    const underWay = sampleActive({ enrolment, reminded });
    expect(chapterOf(underWay).enrolment).toBeUndefined();
    expect(chapterOf(underWay).entries).toHaveLength(1);
    expect(withoutChapter(underWay)).toMatchObject({ enrolment, reminded });
  });
});

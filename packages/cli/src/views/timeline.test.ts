import { evolve } from "@hostseal/core";
import { DAY, HOUR } from "@hostseal/rules";
import { expect, test } from "vitest";
import { aDraft, START } from "../../test/orders.ts";
import { toJournalJson } from "./journal-json.ts";
import { plainPaint } from "./paint.ts";
import { toTimeline } from "./timeline.ts";

const agreed = evolve(aDraft(), {
  at: START + DAY + HOUR,
  by: "hostseal",
  event: { kind: "agreement.accepted", by: "owner" },
});

test("a timeline has a heading for each day, and says who caused what when it was a person", () => {
  expect(toTimeline(agreed.journal.entries, plainPaint)).toEqual([
    "2026-11-21",
    "  00:00:00  · Order ord_test: shop.example.com, Domain certificate, 2 year(s), 18.00 EUR (customer)",
    "2026-11-22",
    "  01:00:00  ✔ The subscriber agreement is accepted",
  ]);
});

test("a program reads every entry with its place in the chain", () => {
  const [first, second] = agreed.journal.entries.map((entry) => toJournalJson(agreed.id, entry));
  expect(second).toMatchObject({ type: "journal", order: "ord_test", sequence: 2, at: "2026-11-22T01:00:00Z" });
  expect(second?.previous).toBe(first?.hash);
});

import { asId } from "@hostseal/core";
import { expect, test } from "vitest";
import type { Audited } from "./audit-page.ts";
import { toAuditJson, toAuditPage } from "./audit-page.ts";
import { plainPaint } from "./paint.ts";

const audited: readonly Audited[] = [
  { order: asId("ord_b"), verdict: { kind: "broken", sequence: 3, because: "altered" } },
  { order: asId("ord_u"), verdict: { kind: "unreadable", because: "chapter 1 cannot be read" } },
  { order: asId("ord_a"), verdict: { kind: "intact", entries: 7, head: "00" } },
];

test("broken journals stand last and name the first entry that does not fit", () => {
  expect(toAuditPage(audited, plainPaint)).toEqual([
    "✔ ord_a: 7 entries, unbroken",
    "✖ ord_b: entry 3 was altered; nothing from there on can be trusted",
    "✖ ord_u: chapter 1 cannot be read",
    "2 of 3 are broken.",
  ]);
  expect(toAuditJson(audited).intact).toBe(false);
});

test("unbroken journals are said to be so", () => {
  expect(toAuditPage(audited.slice(2), plainPaint).at(-1)).toBe("Every journal is unbroken.");
  expect(toAuditJson(audited.slice(2)).intact).toBe(true);
});

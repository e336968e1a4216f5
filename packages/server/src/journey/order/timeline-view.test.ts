import type { JournalEntry, OrderEvent } from "@hostseal/core";
import { type DomainName, fromIso } from "@hostseal/rules";
import { expect, test } from "vitest";
import { vocabularyOf } from "../../words/vocabulary.ts";
import { toEventfulDays } from "./timeline-view.ts";

const entry = (at: string, event: OrderEvent): JournalEntry => ({
  sequence: 0,
  at: fromIso(at),
  by: "anna",
  event,
  previous: "",
  hash: "",
});
const name = "xn--bcher-kva.example.com" as DomainName;

test("what happened is told day by day, the newest first, without bookkeeping", () => {
  const entries = [
    entry("2026-11-20T23:59:59Z", { kind: "agreement.accepted", by: "anna" }),
    entry("2026-11-21T00:00:00Z", { kind: "look.asked" }),
    entry("2026-11-21T00:00:00Z", { kind: "message.sent", id: "1" }),
    entry("2026-11-21T08:00:00Z", { kind: "method.chosen", name, choice: { method: "file" } }),
    entry("2026-11-21T09:00:00Z", { kind: "order.released" }),
  ];
  const [newest, before, ...others] = toEventfulDays(entries, vocabularyOf("en"));
  expect(newest?.day).toBe(fromIso("2026-11-21"));
  expect(newest?.happenings.map(({ text }) => text)).toEqual(["Goes on", "Method for bücher.example.com chosen"]);
  expect(before).toMatchObject({ day: fromIso("2026-11-20"), happenings: [{ text: "Subscriber agreement accepted" }] });
  expect(others).toEqual([]);
});

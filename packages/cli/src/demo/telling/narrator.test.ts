import { asId, evolve } from "@hostseal/core";
import { describe, expect, test } from "vitest";
import { aDraft, anActiveOrder, START } from "../../../test/orders.ts";
import { plainPaint } from "../../views/paint.ts";
import { createPersonNarrator } from "./person-narrator.ts";
import { createProgramNarrator } from "./program-narrator.ts";

const draft = aDraft();
const agreed = evolve(draft, { at: START, by: "owner", event: { kind: "agreement.accepted", by: "owner" } });
const provenEvent = { kind: "certificate.proven", serial: "0a" } as const;
const proven = evolve(agreed, { at: START, by: "hostseal", event: provenEvent });
const active = { ...anActiveOrder(), journal: proven.journal };

const tellAll = (isBrief: boolean): readonly string[] => {
  const lines: string[] = [];
  const terminal = {
    print: (line: string) => void lines.push(line),
    note: () => undefined,
    isWatched: false,
    ask: undefined,
  };
  const narrator = createPersonNarrator({ terminal, paint: plainPaint }, { isBrief: () => isBrief });
  narrator.journal(active);
  return lines;
};

describe("the narrator for a program", () => {
  test("tells every entry once, also those that left the order before they were told", () => {
    const lines: string[] = [];
    const narrator = createProgramNarrator({ print: (line) => void lines.push(line) });
    narrator.journal(draft);
    narrator.journal(agreed);
    narrator.journal(agreed);
    narrator.catchUp(draft.id, proven.journal.entries);
    narrator.journal({ ...draft, id: asId("ord_other") });
    const told = lines.map((line) => JSON.parse(line) as { order: string; sequence: number });
    expect(told.map(({ order, sequence }) => `${order} ${sequence}`)).toEqual([
      "ord_test 1",
      "ord_test 2",
      "ord_test 3",
      "ord_other 1",
    ]);
  });

  test("prints nothing but JSON, whatever is told", () => {
    const lines: string[] = [];
    const narrator = createProgramNarrator({ print: (line) => void lines.push(line) });
    narrator.chapter("Title", "Intro");
    narrator.says({ mood: "good", text: "words" });
    narrator.shows(["a table"]);
    expect(lines).toEqual([]);
  });
});

describe("the narrator for a person", () => {
  test("tells every step in words", () => {
    expect(tellAll(false).slice(1)).toEqual([
      "  ✔ The subscriber agreement is accepted",
      "  ✔ Proven: every site serves certificate 0a",
    ]);
  });

  test("keeps to the milestones, with their day, when years pass", () => {
    expect(tellAll(true)).toEqual([
      "  2026-11-21 shop.example.com  ✔ Reissued and proven: certificate 1, until 2027-06-07",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { boardFilter, toBoardView } from "./board-view.ts";
import { toNeedsView } from "./needs-view.ts";
import type { OrderRow } from "./order-row.ts";

const rowOf = (id: string, changes: Partial<OrderRow> = {}): OrderRow => ({
  id,
  names: [`${id}.example.com`],
  customer: "harbour",
  places: ["web1 / site"],
  standing: "active",
  tone: "good",
  ...changes,
});

const need = { actor: "The customer", sentence: "Something is missing.", todo: "Add it." };
const idsOf = (rows: readonly OrderRow[]): readonly string[] => rows.map(({ id }) => id);

describe("all orders on one page", () => {
  const found = (q: string): readonly string[] => idsOf(toBoardView(rows, { q, tone: "" }).rows);
  const rows = [rowOf("fine"), rowOf("broken", { tone: "bad" }), rowOf("asking", { tone: "act", customer: "depot" })];

  it("come the most urgent first", () => {
    expect(idsOf(toBoardView(rows, boardFilter.parse({})).rows)).toEqual(["broken", "asking", "fine"]);
  });

  it("are found by name, number, customer and server, whatever the case", () => {
    expect(found("FINE.example")).toEqual(["fine"]);
    expect(found("depot")).toEqual(["asking"]);
    expect(found("web1")).toHaveLength(3);
    expect(found("nowhere")).toEqual([]);
  });

  it("are filtered by state, and a filter that makes no sense is none", () => {
    expect(idsOf(toBoardView(rows, boardFilter.parse({ tone: "bad" })).rows)).toEqual(["broken"]);
    expect(toBoardView(rows, boardFilter.parse({ tone: ["bad"], q: { x: 1 } })).found).toBe(3);
  });

  it("are cut to what fits on a page, and counted as they are", () => {
    const many = Array.from({ length: 250 }, (_, number) => rowOf(`order-${number}`));
    expect(toBoardView(many, boardFilter.parse({}))).toMatchObject({ total: 250, found: 250, rows: { length: 100 } });
  });
});

describe("what needs somebody", () => {
  it("is sorted by the days to an outage; what serves nothing yet comes last", () => {
    const rows = [
      rowOf("new", { need }),
      rowOf("later", { need, daysLeft: 30 }),
      rowOf("fine", { daysLeft: 1 }),
      rowOf("now", { need, daysLeft: 0 }),
    ];
    expect(idsOf(toNeedsView(rows).rows)).toEqual(["now", "later", "new"]);
  });
});

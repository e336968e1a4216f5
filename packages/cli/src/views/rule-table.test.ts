import { allRules } from "@hostseal/rules";
import { expect, test } from "vitest";
import { toRuleTable } from "./rule-table.ts";

const rows = allRules();
const [, ...lines] = toRuleTable(rows);
/** Lines that a rule begins on; the others go on with a long sentence. */
const first = lines.filter((line) => !line.startsWith(" "));

test("every rule begins on a line of its own, with the days on which it holds", () => {
  expect(first).toHaveLength(rows.length);
  for (const [index, row] of rows.entries()) {
    expect(first[index]).toContain(row.id);
    if (row.from !== null) expect(first[index]).toContain(row.from);
  }
});

test("no rule is wider than a wide terminal, and none of its words is lost", () => {
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(260);
  const words = new Set(lines.join(" ").split(/\s+/));
  for (const { citation } of rows) for (const word of citation.section.split(/\s+/)) expect(words).toContain(word);
});

import { allRules } from "@hostseal/rules";
import { expect, test } from "vitest";
import { toRuleTable } from "./rule-table.ts";

test("every rule stands in a line of its own, with its days and its source", () => {
  const rows = allRules();
  const lines = toRuleTable(rows);
  expect(lines).toHaveLength(rows.length + 1);
  for (const [index, row] of rows.entries()) {
    expect(lines[index + 1]).toContain(row.citation.section);
    if (row.from !== null) expect(lines[index + 1]).toContain(row.from);
  }
});

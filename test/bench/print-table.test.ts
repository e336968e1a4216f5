import { expect, test } from "vitest";
import { printTable } from "./print-table.ts";

test("columns are aligned, numbers to the right, and a missing cell is empty", () => {
  const rows = [
    { what: "a long one", ms: 1.5 },
    { what: "b", ms: "12.25", note: "slow" },
  ];
  expect(printTable({ title: "Title", aim: "fast", rows })).toBe(
    ["Title", "aim: fast", "", "what        ms     note", "a long one    1.5", "b           12.25  slow", ""].join(
      "\n",
    ),
  );
});

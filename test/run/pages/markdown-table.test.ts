import { expect, test } from "vitest";
import { markdownTable } from "./markdown-table.ts";

test("aligns its columns", () => {
  expect(markdownTable(["A", "Long head"], [["wide cell", "b"]])).toBe(
    ["| A         | Long head |", "| --------- | --------- |", "| wide cell | b         |"].join("\n"),
  );
});

test("text that would mean something in Markdown stays text", () => {
  expect(
    markdownTable(["A"], [["a|b *c* <d>"]])
      .split("\n")
      .at(-1),
  ).toBe(String.raw`| a\|b \*c\* \<d> |`);
});

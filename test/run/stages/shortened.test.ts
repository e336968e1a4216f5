import { expect, test } from "vitest";
import { shortened } from "./shortened.ts";

test("short output stays as it is", () => {
  expect(shortened("one\ntwo\n")).toBe("one\ntwo");
});

test("long output ends with how much is missing, and long lines are cut", () => {
  const lines = shortened(`${"a".repeat(1000)}\n${"b\n".repeat(300)}`).split("\n");
  expect(lines).toHaveLength(201);
  expect(lines[0]).toBe(`${"a".repeat(400)} …`);
  expect(lines.at(-1)).toBe("… and 101 more lines");
});

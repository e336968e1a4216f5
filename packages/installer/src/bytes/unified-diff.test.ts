import fc from "fast-check";
import { expect, test } from "vitest";
import { diffLines } from "./diff-lines.ts";
import { unifiedDiff } from "./unified-diff.ts";

const lines = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}`);
const diff = (before: string, after: string): string =>
  unifiedDiff({ path: "/etc/a", before: Buffer.from(before), after: Buffer.from(after) });

test("nothing changed is no text", () => {
  expect(diff("a\n", "a\n")).toBe("");
  expect(diff("", "")).toBe("");
});

test("shows three lines around a change, and where it stands", () => {
  const before = lines(1, 9);
  const after = before.map((line) => (line === "line 5" ? "new" : line));
  expect(diff(`${before.join("\n")}\n`, `${after.join("\n")}\n`)).toBe(
    ["--- /etc/a", "+++ /etc/a", "@@ -2,7 +2,7 @@", " line 2", " line 3", " line 4", "-line 5", "+new", " line 6"]
      .concat([" line 7", " line 8", ""])
      .join("\n"),
  );
});

test("changes far apart are two stretches, counted in both files", () => {
  const before = [...lines(1, 20), ""].join("\n");
  const after = ["zero", ...lines(1, 19), "end", ""].join("\n");
  const heads = diff(before, after)
    .split("\n")
    .filter((line) => line.startsWith("@@"));
  expect(heads).toEqual(["@@ -1,3 +1,4 @@", "@@ -17,4 +18,4 @@"]);
});

test("a file that begins or ends to exist is all added or all removed", () => {
  expect(diff("", "a\n")).toContain("@@ -0,0 +1,1 @@\n+a\n");
  expect(diff("a\n", "")).toContain("@@ -1,1 +0,0 @@\n-a\n");
});

test("says when a line end is missing, and shows odd bytes by number", () => {
  expect(diff("a", "a\n")).toContain("-a\n\\ no line end at the end of the file\n+a\n");
  const odd = unifiedDiff({ path: "p", before: Buffer.alloc(0), after: Buffer.from([0xe9, 0x0d, 0x0a]) });
  expect(odd).toContain("+\\xE9\\x0D\n");
});

const someLines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 });

test("the lines that are not added are the old ones, those not removed the new ones", () => {
  fc.assert(
    fc.property(someLines, someLines, (before, after) => {
      const changes = diffLines(before, after);
      const without = (kind: string) => changes.filter((change) => change.kind !== kind).map(({ line }) => line);
      expect(without("added")).toEqual(before);
      expect(without("removed")).toEqual(after);
    }),
  );
});

const longestCommon = (one: readonly string[], other: readonly string[]): number => {
  const table = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0));
  for (const [x, line] of one.entries())
    for (const [y, candidate] of other.entries())
      (table[x + 1] ?? [])[y + 1] =
        line === candidate ? (table[x]?.[y] ?? 0) + 1 : Math.max(table[x]?.[y + 1] ?? 0, table[x + 1]?.[y] ?? 0);
  return table[one.length]?.[other.length] ?? 0;
};

test("no smaller change is possible than one found by comparing everything with everything", () => {
  fc.assert(
    fc.property(someLines, someLines, (before, after) => {
      const same = diffLines(before, after).filter(({ kind }) => kind === "same").length;
      expect(same).toBe(longestCommon(before, after));
    }),
  );
});

test("files with nothing in common are compared without searching for long", () => {
  const before = lines(1, 5_000).map((line) => `old ${line}`);
  const after = lines(1, 5_000).map((line) => `new ${line}`);
  expect(diffLines(before, after)).toHaveLength(10_000);
});

import { expect, test } from "vitest";
import { filesAreShort } from "./files-are-short.ts";

const find = (lines: number) => filesAreShort.find([{ path: "shared/core/src/a.ts", text: "a();\n".repeat(lines) }]);

test("says which file is too long", () => {
  expect(find(401)).toEqual([
    "shared/core/src/a.ts has 401 lines, more than 400. It says more than one thing: give each a file.",
  ]);
});

test("is content with the longest file that may be", () => {
  expect(find(400)).toEqual([]);
});

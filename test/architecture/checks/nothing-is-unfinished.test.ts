import { expect, test } from "vitest";
import { nothingIsUnfinished } from "./nothing-is-unfinished.ts";

const find = (text: string) => nothingIsUnfinished.find([{ path: "docs/a.md", text }]);

test("says where a note stands in for work", () => {
  expect(find("first\nTODO: the rest\n")).toEqual(["docs/a.md:2 says TODO. Do it, or leave it out."]);
});

test("is content with finished text", () => {
  expect(find("what the customer has to do: nothing")).toEqual([]);
});

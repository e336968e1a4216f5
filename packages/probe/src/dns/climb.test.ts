import { expect, test } from "vitest";
import { climb } from "./climb.ts";

test("asks the name and each parent, the root left out", () => {
  expect(climb("a.b.example.test")).toEqual(["a.b.example.test", "b.example.test", "example.test", "test"]);
});

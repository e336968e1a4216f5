import { expect, test } from "vitest";
import { testsRunWhole } from "./tests-run-whole.ts";

const find = (text: string) => testsRunWhole.find([{ path: "packages/store/src/a.test.ts", text }]);

test("says where a test does not run, or runs alone", () => {
  for (const partial of ["test.only", "it.skip", "describe.todo", "test.concurrent.skipIf", "test.runIf", "test.fails"])
    expect(find(`\n${partial}("a", () => {});`)).toEqual([
      `packages/store/src/a.test.ts:2 says ${partial}. A test runs, or it is not there.`,
    ]);
});

test("is content with whole tests and with other things that can skip", () => {
  expect(find('test("only", () => cursor.skip(3));\ntest.each([1])("%s", () => {});')).toEqual([]);
});

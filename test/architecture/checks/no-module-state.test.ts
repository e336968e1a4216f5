import { expect, test } from "vitest";
import { noModuleState } from "./no-module-state.ts";

const find = (text: string) => noModuleState.find([{ path: "packages/store/src/a.ts", text }]);

test("says which variable belongs to a module", () => {
  expect(find("const a = 1;\nlet count = 0;\n")).toEqual([
    'packages/store/src/a.ts:2: "let count" is state of a module. Keep it in what a factory returns.',
  ]);
});

test("is content with constants, and with variables inside functions", () => {
  expect(find("const a = 1;\nconst b = () => {\n  let c = 0;\n  return c;\n};\n")).toEqual([]);
});

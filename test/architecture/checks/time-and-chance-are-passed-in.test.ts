import { expect, test } from "vitest";
import { timeAndChanceArePassedIn } from "./time-and-chance-are-passed-in.ts";

const find = (path: string, text: string) => timeAndChanceArePassedIn.find([{ path, text }]);

test("says where the time is asked of the machine", () => {
  for (const asked of ["Date.now", "new Date()", "performance.now"])
    expect(find("shared/core/src/a.ts", `\nconst at = ${asked}`)).toEqual([
      `shared/core/src/a.ts:2 asks ${asked} for the time. Ask the Clock port.`,
    ]);
});

test("says where chance is drawn", () => {
  expect(find("packages/store/src/a.ts", "const chance = Math.random();")).toEqual([
    "packages/store/src/a.ts:1 asks Math.random for chance. Ask the Random port.",
  ]);
});

test("is content with tests and with dates made from a given instant", () => {
  expect(find("shared/core/src/a.test.ts", "Date.now();")).toEqual([]);
  expect(find("shared/core/src/a.ts", "const text = new Date(at).toISOString();")).toEqual([]);
});

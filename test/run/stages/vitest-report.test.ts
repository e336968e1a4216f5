import { expect, test } from "vitest";
import type { VitestReport } from "./vitest-report.ts";
import { toVerdict } from "./vitest-report.ts";

const fine: VitestReport = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ name: "a.test.ts", status: "passed", assertionResults: [1, 2, 3] }],
};

test("counts what passed and what failed", () => {
  expect(toVerdict(fine, 0)).toEqual({ passed: 3, failed: 0, remark: "1 files" });
  expect(toVerdict({ ...fine, success: false, numFailedTests: 2 }, 1)).toMatchObject({ passed: 3, failed: 2 });
});

test("a file that broke before its tests ran is a failure", () => {
  const broken = { name: "b.test.ts", status: "failed", assertionResults: [] };
  expect(toVerdict({ ...fine, success: false, testResults: [...fine.testResults, broken] }, 1).failed).toBe(1);
});

test("a test that did not run is a failure, and is told", () => {
  expect(toVerdict({ ...fine, numPendingTests: 1, numTodoTests: 1 }, 0)).toMatchObject({
    failed: 2,
    details: "2 tests did not run.",
  });
});

test("an exit code that nothing explains is a failure", () => {
  expect(toVerdict(fine, 1).failed).toBe(1);
  expect(toVerdict(fine, null).failed).toBe(1);
});

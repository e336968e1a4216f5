import type { Verdict } from "./stage.ts";

/** What vitest's JSON reporter writes, as far as it is read here. */
export type VitestReport = {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
};

/** Test files that broke before any of their tests ran. */
const brokenFiles = ({ testResults }: VitestReport): number =>
  testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;

/** A report as a verdict. A test that did not run counts as failed, and so does a failure that no test answers for. */
export const toVerdict = (report: VitestReport, exitCode: number | null): Verdict => {
  const notRun = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + brokenFiles(report) + notRun;
  const unexplained = failed === 0 && (exitCode !== 0 || !report.success) ? 1 : 0;
  return {
    passed: report.numPassedTests,
    failed: failed + unexplained,
    remark: `${report.testResults.length} files`,
    ...(notRun > 0 && { details: `${notRun} tests did not run.` }),
  };
};

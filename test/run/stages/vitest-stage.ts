import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "../run-program.ts";
import type { Stage, Verdict } from "./stage.ts";
import type { VitestReport } from "./vitest-report.ts";
import { toVerdict } from "./vitest-report.ts";

/** A run of the tests that takes longer hangs. */
const PATIENCE = 20 * 60_000;

export type Selection = {
  /** Only test files whose path contains one of these; all when empty. */
  readonly only: readonly string[];
  readonly leftOut: readonly string[];
};

const runVitest = async ({ only, leftOut }: Selection, report: string): Promise<Verdict> => {
  const args = ["run", "--config", "test/vitest.config.ts", "--reporter=dot", "--reporter=json"];
  const exclude = leftOut.map((path) => `--exclude=${path}`);
  const { code } = await runProgram("vitest", [...args, `--outputFile.json=${report}`, ...exclude, ...only], {
    shown: true,
    signal: AbortSignal.timeout(PATIENCE),
  });
  const text = await readFile(report, "utf8").catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1, details: "The tests were ended before they could report." };
  return toVerdict(JSON.parse(text) as VitestReport, code);
};

/** The tests themselves; failures are shown as vitest shows them. */
export const vitestStage = (title: string, selection: Selection): Stage => ({
  title,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), "hostseal-tests-"));
    try {
      return await runVitest(selection, join(folder, "report.json"));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});

import { say } from "../say.ts";
import type { Stage, Tally, Verdict } from "./stage.ts";

const toVerdict = (thrown: unknown): Verdict => ({
  passed: 0,
  failed: 1,
  details: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
});

const report = ({ title }: Stage, verdict: Verdict, milliseconds: number): void => {
  const mark = verdict.failed === 0 ? "ok    " : "failed";
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  say(`${mark}  ${title.padEnd(22)} ${seconds.padStart(8)}${verdict.remark ? `  ${verdict.remark}` : ""}`);
  if (verdict.details) say(verdict.details.trimEnd());
};

/** Runs every stage, also after one has failed, each with a line that says how it went and how long it took. */
export const runStages = async (stages: readonly Stage[]): Promise<Tally> => {
  let [passed, failed] = [0, 0];
  for (const stage of stages) {
    const began = performance.now();
    const verdict = await stage.run().catch(toVerdict);
    report(stage, verdict, performance.now() - began);
    passed += verdict.passed;
    failed += verdict.failed;
  }
  return { passed, failed };
};

/** The last line of a run, and its exit code. */
export const conclude = ({ passed, failed }: Tally): void => {
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
};

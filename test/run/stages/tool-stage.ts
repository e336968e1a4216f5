import { runProgram } from "../run-program.ts";
import { shortened } from "./shortened.ts";
import type { Stage } from "./stage.ts";

/** A tool that is content when it exits with 0; otherwise its output says why it is not. */
export const toolStage = (title: string, program: string, args: readonly string[]): Stage => ({
  title,
  run: async () => {
    const { code, output } = await runProgram(program, args);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, details: shortened(output) };
  },
});

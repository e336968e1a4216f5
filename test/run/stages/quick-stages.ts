import { pagesStage } from "./pages-stage.ts";
import type { Stage } from "./stage.ts";
import { toolStage } from "./tool-stage.ts";

/** What can be said of the code without running it. */
export const quickStages: readonly Stage[] = [
  toolStage("format", "oxfmt", ["--check", "."]),
  toolStage("lint", "oxlint", ["--type-aware", "--deny-warnings", "."]),
  toolStage("types", "tsc", []),
  toolStage("unused code", "knip", ["--no-progress"]),
  pagesStage,
];

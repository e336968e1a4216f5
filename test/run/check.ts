// The fast part of `npm test`: what can be said of the code without running it.
import { quickStages } from "./stages/quick-stages.ts";
import { conclude, runStages } from "./stages/run-stages.ts";
import { vitestStage } from "./stages/vitest-stage.ts";

conclude(await runStages([...quickStages, vitestStage("architecture", { only: ["test/architecture/"], leftOut: [] })]));

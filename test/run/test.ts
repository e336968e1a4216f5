// The whole of `npm test`: programs from Debian, what can be said of the code without running it, and every test.
// The last line is `N passed, N failed`, where each of the quick stages counts as one.
import { readSourceFiles } from "../architecture/source/read-source-files.ts";
import { bringPrograms } from "./programs/bring-programs.ts";
import { DEBIAN_PACKAGES } from "./programs/debian-packages.ts";
import { ROOT } from "./root.ts";
import { filesLeftOut, programsVerdict } from "./stages/programs-stage.ts";
import { quickStages } from "./stages/quick-stages.ts";
import { conclude, runStages } from "./stages/run-stages.ts";
import { vitestStage } from "./stages/vitest-stage.ts";

/** In continuous integration nothing may be left out. */
const isStrict = !["", "0", "false"].includes(process.env["CI"] ?? "");

const files = readSourceFiles(ROOT);
const bringing = bringPrograms(DEBIAN_PACKAGES);

const programs = { title: "Debian packages", run: async () => programsVerdict(await bringing, files, isStrict) };
const tests = {
  title: "tests",
  run: async () => vitestStage("tests", { only: [], leftOut: filesLeftOut(await bringing, files) }).run(),
};

conclude(await runStages([programs, ...quickStages, tests]));

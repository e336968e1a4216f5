import type { Check } from "../check.ts";
import { findInCode } from "../source/find-in-code.ts";
import { isTestFile, isTypeScript } from "../source/source-file.ts";

const CLOCK = /\bDate\s*\.\s*now\b|\bnew\s+Date\s*\(\s*\)|\bnew\s+Date\b(?!\s*\()|\bperformance\s*\.\s*now\b/g;
const CHANCE = /\bMath\s*\.\s*random\b/g;

/** The files in which a clock is made, and from what. */
const CLOCKS: Readonly<Record<string, string>> = {
  "packages/cli/src/composition/demo-clock.ts": "how far the demo's clock is ahead of the machine's",
  "packages/cli/src/composition/system-clock.ts": "the machine's clock behind the Clock port",
  "packages/sandbox/src/clock/virtual-clock.ts": "the virtual clock flows with the machine's monotonic time",
};

const isTold = (path: string): boolean => /^(shared|packages|plugins)\//.test(path) && !(path in CLOCKS);

export const timeAndChanceArePassedIn: Check = {
  title: "time and chance come in through ports",
  find: (files) => {
    const told = files.filter((file) => isTypeScript(file) && !isTestFile(file) && isTold(file.path));
    return [
      ...findInCode(told, CLOCK).map(({ where, found }) => `${where} asks ${found} for the time. Ask the Clock port.`),
      ...findInCode(told, CHANCE).map(({ where, found }) => `${where} asks ${found} for chance. Ask the Random port.`),
    ];
  },
};

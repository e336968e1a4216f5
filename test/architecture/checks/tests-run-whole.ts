import type { Check } from "../check.ts";
import { findInCode } from "../source/find-in-code.ts";
import { isTypeScript } from "../source/source-file.ts";

const PARTIAL =
  /\b(?:test|it|describe|suite)\s*(?:\.\s*\w+\s*)*\.\s*(?:only|skip|todo|skipIf|runIf|fails)\b|\b(?:context|ctx|t)\.skip\b/g;

export const testsRunWhole: Check = {
  title: "no test is left out, singled out or expected to fail",
  find: (files) =>
    findInCode(files.filter(isTypeScript), PARTIAL).map(
      ({ where, found }) => `${where} says ${found}. A test runs, or it is not there.`,
    ),
};

import type { Check } from "../check.ts";
import { findInCode } from "../source/find-in-code.ts";
import { isTestFile, isTypeScript } from "../source/source-file.ts";

const MODULE_VARIABLE = /^(?:export\s+)?(?:let|var)\s+\w+/gm;

export const noModuleState: Check = {
  title: "no module remembers anything",
  find: (files) =>
    findInCode(
      files.filter((file) => isTypeScript(file) && !isTestFile(file)),
      MODULE_VARIABLE,
    ).map(({ where, found }) => `${where}: "${found}" is state of a module. Keep it in what a factory returns.`),
};

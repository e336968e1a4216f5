import type { Check } from "../check.ts";
import { findInCode } from "../source/find-in-code.ts";
import { isTypeScript } from "../source/source-file.ts";

const READERS = ["packages/cli/src/", "test/"];
const ENVIRONMENT = /\bprocess\s*(\.\s*env\b|\[)|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/g;
const ENVIRONMENT_IMPORT = /\bimport\s*\{[^}]*\benv\b[^}]*\}/g;

export const environmentIsPassedIn: Check = {
  title: "only the composition root reads the environment",
  find: (files) => {
    const told = files.filter((file) => isTypeScript(file) && !READERS.some((folder) => file.path.startsWith(folder)));
    return [...findInCode(told, ENVIRONMENT), ...findInCode(told, ENVIRONMENT_IMPORT)].map(
      ({ where }) => `${where} reads the environment. Only packages/cli does; everything else is told.`,
    );
  },
};

import type { Check } from "../check.ts";
import { findInCode } from "../source/find-in-code.ts";
import { isTypeScript } from "../source/source-file.ts";

const ENCODED = /\bimport\.meta\.url\s*\)\s*\.\s*pathname\b/g;

export const pathsAreDecoded: Check = {
  title: "a checkout may lie in any folder",
  find: (files) =>
    findInCode(files.filter(isTypeScript), ENCODED).map(
      ({ where }) => `${where} takes a path out of a URL, where a space is %20. Use fileURLToPath.`,
    ),
};

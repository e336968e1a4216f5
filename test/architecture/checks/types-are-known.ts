import type { Check } from "../check.ts";
import { findInCode, findInText } from "../source/find-in-code.ts";
import { isTypeScript } from "../source/source-file.ts";

const ANY = /(?:[:<|]|\bas|\bextends|\bkeyof|\btype\s+\w+\s*=)\s*any\b(?!\s*[:(.])|,\s*any\s*(?=[>[])/g;
const SILENCED = /@ts-(?:ignore|nocheck|expect-error)\b|(?:eslint|oxlint)-disable/g;

export const typesAreKnown: Check = {
  title: "nothing is of any type, and no rule is silenced",
  find: (files) => {
    const code = files.filter(isTypeScript);
    const untyped = findInCode(code, ANY).map(
      ({ where }) => `${where} uses the type any. Say what it is, or unknown with a schema behind it.`,
    );
    const silenced = findInText(code, SILENCED).map(
      ({ where, found }) => `${where} silences a rule with ${found}. Change the code instead.`,
    );
    return [...untyped, ...silenced];
  },
};

import type { Check } from "../check.ts";
import { findInText } from "../source/find-in-code.ts";

const WORDS = ["TODO", "FIXME", "HACK", "XXX"];
const UNFINISHED = new RegExp(String.raw`\b(?:${WORDS.join("|")})\b`, "g");

/** This check and its test have to name what they look for. */
const isThisCheck = (path: string): boolean => path.startsWith("test/architecture/checks/nothing-is-unfinished");

export const nothingIsUnfinished: Check = {
  title: "no note stands in for work",
  find: (files) =>
    findInText(
      files.filter(({ path }) => !isThisCheck(path) && !/lock\.(yaml|json)$/.test(path)),
      UNFINISHED,
    ).map(({ where, found }) => `${where} says ${found}. Do it, or leave it out.`),
};

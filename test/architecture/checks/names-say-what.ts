import type { Check } from "../check.ts";

const EMPTY = new Set(["util", "utils", "helper", "helpers", "manager", "misc", "base", "common"]);

/** Terms of the field that hold such a word: the base domain name of BR §1.6.1 and the common name of X.500. */
const TERMS = /\b(?:base-domain|common-name)\b/g;

const emptyWordIn = (path: string): string | undefined =>
  path
    .replaceAll(TERMS, "")
    .split(/[/.-]/)
    .find((word) => EMPTY.has(word));

export const namesSayWhat: Check = {
  title: "a file is named after what it is",
  find: (files) =>
    files.flatMap(({ path }) => {
      const word = emptyWordIn(path);
      return word === undefined ? [] : [`${path}: "${word}" says nothing. Name the file after its main export.`];
    }),
};

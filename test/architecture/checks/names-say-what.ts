import type { Check } from "../check.ts";

/** Words that say nothing wherever they stand in a name. */
const EMPTY = new Set(["util", "utils", "helper", "helpers", "manager", "misc"]);

/** Words that say nothing as a whole name, or in front of one. */
const EMPTY_FIRST = new Set(["base", "common"]);

/** Terms of the field: the base domain name of BR §1.6.1 and the common name of X.500. */
const TERMS = new Set(["base-domain", "common-name"]);

const emptyWordIn = (path: string): string | undefined => {
  for (const segment of path.split("/")) {
    const [stem = ""] = segment.split(".");
    const words = stem.split("-");
    const empty = words.find((word, place) => EMPTY.has(word) || (place === 0 && EMPTY_FIRST.has(word)));
    if (empty !== undefined && !TERMS.has(stem)) return empty;
  }
  return undefined;
};

export const namesSayWhat: Check = {
  title: "a file is named after what it is",
  find: (files) =>
    files.flatMap(({ path }) => {
      const word = emptyWordIn(path);
      return word === undefined ? [] : [`${path}: "${word}" says nothing. Name the file after its main export.`];
    }),
};

import type { Check } from "../check.ts";
import { isTypeScript } from "../source/source-file.ts";

const MOST_LINES = 400;

export const filesAreShort: Check = {
  title: `no file is longer than ${MOST_LINES} lines`,
  find: (files) =>
    files.filter(isTypeScript).flatMap(({ path, text }) => {
      const lines = text.split("\n").length - 1;
      if (lines <= MOST_LINES) return [];
      return [`${path} has ${lines} lines, more than ${MOST_LINES}. It says more than one thing: give each a file.`];
    }),
};

import type { CharacterSet } from "./pattern.ts";

const ASCII = 128;
const LINE_FEED = 10;
const ALL = Array.from({ length: ASCII }, (_, code) => code);

const those = (test: RegExp): CharacterSet => new Set(ALL.filter((code) => test.test(String.fromCharCode(code))));

export const not = (set: CharacterSet): CharacterSet => new Set(ALL.filter((code) => !set.has(code)));

const DIGIT = those(/\d/);
const WORD = those(/\w/);
const SPACE = those(/[\t-\r ]/);
const HORIZONTAL = those(/[\t ]/);

/** What `.` stands for. */
export const ANYTHING: CharacterSet = new Set(ALL.filter((code) => code !== LINE_FEED));

/** Sets that a letter behind a backslash stands for (pcrepattern(3)). */
export const SHORTHANDS: Readonly<Record<string, CharacterSet>> = {
  d: DIGIT,
  D: not(DIGIT),
  w: WORD,
  W: not(WORD),
  s: SPACE,
  S: not(SPACE),
  h: HORIZONTAL,
  H: not(HORIZONTAL),
};

/** Names within `[: :]`. */
export const POSIX_CLASSES: Readonly<Record<string, CharacterSet>> = {
  alnum: those(/[0-9A-Za-z]/),
  alpha: those(/[A-Za-z]/),
  digit: DIGIT,
  lower: those(/[a-z]/),
  punct: those(/[!-/:-@[-`{-~]/),
  space: SPACE,
  upper: those(/[A-Z]/),
  word: WORD,
  xdigit: those(/[0-9A-Fa-f]/),
};

/** The same letters in both cases. */
export const inBothCases = (set: CharacterSet): CharacterSet =>
  new Set(
    [...set].flatMap((code) => {
      const character = String.fromCharCode(code);
      return [character.toLowerCase().charCodeAt(0), character.toUpperCase().charCodeAt(0)];
    }),
  );

export const isWordCharacter = (code: number): boolean => WORD.has(code);

import { inBothCases, not, POSIX_CLASSES, SHORTHANDS } from "./character-sets.ts";
import type { CharacterSet } from "./pattern.ts";

/** Characters that were read, and how much of the text they took. */
export type ReadSet = { readonly set: CharacterSet; readonly length: number };

const HEX = /^\\x([0-7][0-9A-Fa-f])/;
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, e: 27 };
const POSIX_CLASS = /^\[:(\^?)(\w+):\]/;
const PUNCTUATION = /^[!-/:-@[-`{-~ ]$/;

const one = (code: number, length: number): ReadSet => ({ set: new Set([code]), length });

/** A backslash with what it escapes, when that is one character. */
export const escapedCharacter = (rest: string): ReadSet | undefined => {
  const hex = HEX.exec(rest);
  if (hex) return one(Number.parseInt(hex[1] ?? "", 16), hex[0].length);
  const escaped = rest[1] ?? "";
  const control = CONTROLS[escaped];
  if (control !== undefined) return one(control, 2);
  return PUNCTUATION.test(escaped) ? one(escaped.charCodeAt(0), 2) : undefined;
};

const parseNamed = (rest: string): ReadSet | undefined => {
  const [whole = "", negation, name = ""] = POSIX_CLASS.exec(rest) ?? [];
  const set = POSIX_CLASSES[name];
  return set && { set: negation === "^" ? not(set) : set, length: whole.length };
};

const parseMember = (rest: string): ReadSet | undefined => {
  if (rest.startsWith("[:")) return parseNamed(rest);
  if (!rest.startsWith("\\")) return rest > "\u007f" ? undefined : one(rest.charCodeAt(0), 1);
  const shorthand = SHORTHANDS[rest[1] ?? ""];
  return shorthand ? { set: shorthand, length: 2 } : escapedCharacter(rest);
};

const only = ({ set }: ReadSet): number | undefined => (set.size === 1 ? [...set][0] : undefined);

/** Behind a member may stand `-` and another: both and what lies between them. */
const parseRange = (rest: string): ReadSet | undefined => {
  const first = parseMember(rest);
  if (!first || rest[first.length] !== "-" || rest[first.length + 1] === "]") return first;
  const last = parseMember(rest.slice(first.length + 1));
  const [from, to] = [only(first), last && only(last)];
  if (!last || from === undefined || to === undefined || to < from) return undefined;
  const codes = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return { set: new Set(codes), length: first.length + 1 + last.length };
};

/** A character class with its brackets. A `]` that comes first is a member of it. */
export const parseClass = (rest: string, isCaseless: boolean): ReadSet | undefined => {
  const isNegated = rest.startsWith("[^");
  const begin = isNegated ? 2 : 1;
  const codes = new Set<number>();
  let at = begin;
  while (rest[at] !== "]" || at === begin) {
    const member = at < rest.length ? parseRange(rest.slice(at)) : undefined;
    if (!member) return undefined;
    for (const code of member.set) codes.add(code);
    at += member.length;
  }
  const set = isCaseless ? inBothCases(codes) : codes;
  return { set: isNegated ? not(set) : set, length: at + 1 };
};

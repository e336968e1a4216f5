import { ANYTHING, inBothCases, SHORTHANDS } from "./character-sets.ts";
import { escapedCharacter, parseClass } from "./parse-class.ts";
import type { CharacterSet, Pattern } from "./pattern.ts";

/** What is left to read, and how. */
type Reader = { rest: string; depth: number; readonly isCaseless: boolean };

const DEEPEST = 20;
const MOST_REPEATS = 1_000;

/** Unnamed, named in three ways, and not counted: for a yes or no they are all the same. */
const GROUP = /^\((?:\?(?::|P?<[A-Za-z_]\w*>|'[A-Za-z_]\w*'))?(?![?*])/;
const AHEAD = /^\(\?([=!])/;
/** `+` behind a quantifier would forbid to give back, which changes what matches. */
const QUANTIFIER = /^(?:([*+?])|\{(\d{1,5})(?:(,)(\d{0,5}))?\})\??(?!\+)/;
const POSSESSIVE = /^(?:[*+?]|\{\d+(?:,\d*)?\})\+/;
const EDGES: Readonly<Record<string, Extract<Pattern, { kind: "edge" }>["edge"]>> = {
  "^": "start",
  $: "end",
  "\\A": "start",
  "\\z": "end",
  "\\Z": "end",
  "\\b": "word",
  "\\B": "no-word",
};

const take = (reader: Reader, length: number): void => {
  reader.rest = reader.rest.slice(length);
};

const literal = ({ isCaseless }: Reader, set: CharacterSet): Pattern => ({
  kind: "character",
  set: isCaseless ? inBothCases(set) : set,
});

const parseGroup = (reader: Reader): Pattern | undefined => {
  const ahead = AHEAD.exec(reader.rest);
  const opening = ahead ?? GROUP.exec(reader.rest);
  if (!opening || reader.depth >= DEEPEST) return undefined;
  take(reader, opening[0].length);
  reader.depth += 1;
  const pattern = parseChoice(reader);
  reader.depth -= 1;
  if (!pattern || !reader.rest.startsWith(")")) return undefined;
  take(reader, 1);
  return ahead ? { kind: "ahead", pattern, isNegated: ahead[1] === "!" } : pattern;
};

const parseEscape = (reader: Reader): Pattern | undefined => {
  const shorthand = SHORTHANDS[reader.rest[1] ?? ""];
  const escaped = shorthand ? { set: shorthand, length: 2 } : escapedCharacter(reader.rest);
  if (!escaped) return undefined;
  take(reader, escaped.length);
  return literal(reader, escaped.set);
};

const parseSingle = (reader: Reader): Pattern | undefined => {
  const [first = ""] = reader.rest;
  if (first === "\\") return parseEscape(reader);
  if (first === "[") {
    const found = parseClass(reader.rest, reader.isCaseless);
    if (!found) return undefined;
    take(reader, found.length);
    return { kind: "character", set: found.set };
  }
  if (first > "\u007f" || reader.rest.startsWith("{,") || QUANTIFIER.test(reader.rest) || POSSESSIVE.test(reader.rest))
    return undefined;
  take(reader, 1);
  return literal(reader, first === "." ? ANYTHING : new Set([first.charCodeAt(0)]));
};

const parseAtom = (reader: Reader): Pattern | undefined => {
  const { rest } = reader;
  const edge = EDGES[rest.startsWith("\\") ? rest.slice(0, 2) : rest.slice(0, 1)];
  if (edge) {
    take(reader, rest.startsWith("\\") ? 2 : 1);
    return { kind: "edge", edge };
  }
  return rest.startsWith("(") ? parseGroup(reader) : parseSingle(reader);
};

const bounds = ([, sign, least = "", comma, most = ""]: RegExpExecArray): readonly [number, number] => {
  if (sign === "*") return [0, Infinity];
  if (sign === "+") return [1, Infinity];
  if (sign === "?") return [0, 1];
  const from = Number(least);
  if (!comma) return [from, from];
  return [from, most === "" ? Infinity : Number(most)];
};

const parseQuantified = (reader: Reader): Pattern | undefined => {
  const pattern = parseAtom(reader);
  if (!pattern || POSSESSIVE.test(reader.rest)) return undefined;
  const quantifier = QUANTIFIER.exec(reader.rest);
  if (!quantifier) return pattern;
  take(reader, quantifier[0].length);
  const [least, most] = bounds(quantifier);
  const isSensible = least <= MOST_REPEATS && least <= most && pattern.kind !== "edge" && pattern.kind !== "ahead";
  return isSensible ? { kind: "repeat", pattern, least, most } : undefined;
};

const parseSequence = (reader: Reader): Pattern | undefined => {
  const patterns: Pattern[] = [];
  while (reader.rest !== "" && !/^[|)]/.test(reader.rest)) {
    const pattern = parseQuantified(reader);
    if (!pattern) return undefined;
    patterns.push(pattern);
  }
  return { kind: "sequence", patterns };
};

const parseChoice = (reader: Reader): Pattern | undefined => {
  const patterns: Pattern[] = [];
  for (;;) {
    const pattern = parseSequence(reader);
    if (!pattern) return undefined;
    patterns.push(pattern);
    if (!reader.rest.startsWith("|")) return { kind: "choice", patterns };
    take(reader, 1);
  }
};

/**
 * Reads the part of PCRE's language that server names are written in; nothing when the expression uses more than that:
 * back references, look-behind, atomic groups, possessive quantifiers, options in the middle, Unicode properties.
 */
export const parsePattern = (source: string, isCaseless: boolean): Pattern | undefined => {
  const caseless = source.startsWith("(?i)");
  const reader: Reader = { rest: caseless ? source.slice(4) : source, depth: 0, isCaseless: isCaseless || caseless };
  const pattern = parseChoice(reader);
  return reader.rest === "" ? pattern : undefined;
};

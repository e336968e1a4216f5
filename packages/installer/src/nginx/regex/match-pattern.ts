import { isWordCharacter } from "./character-sets.ts";
import type { Pattern } from "./pattern.ts";

/** The text under test, and how many steps may still be spent on it. */
type Run = { readonly codes: readonly number[]; budget: number };
/** Places between characters. */
type Places = ReadonlySet<number>;

const MOST_STEPS = 1_000_000;

const isWordAt = ({ codes }: Run, at: number): boolean => isWordCharacter(codes[at] ?? -1);

const isEdge = (run: Run, edge: Extract<Pattern, { kind: "edge" }>["edge"], at: number): boolean => {
  if (edge === "start") return at === 0;
  if (edge === "end") return at === run.codes.length;
  return (isWordAt(run, at - 1) !== isWordAt(run, at)) === (edge === "word");
};

const repeated = (run: Run, { pattern, least, most }: Extract<Pattern, { kind: "repeat" }>, from: Places): Places => {
  let places = from;
  for (let times = 0; times < least && places.size > 0; times += 1) places = placesAfter(run, pattern, places);
  const found = new Set(places);
  for (let times = least; times < most && places.size > 0 && run.budget > 0; times += 1) {
    places = placesAfter(run, pattern, places).difference(found);
    for (const place of places) found.add(place);
  }
  return found;
};

const through = (run: Run, patterns: readonly Pattern[], from: Places): Places => {
  let places = from;
  for (const pattern of patterns) {
    if (places.size === 0) break;
    places = placesAfter(run, pattern, places);
  }
  return places;
};

const where = (from: Places, test: (place: number) => boolean): Places => new Set([...from].filter(test));

/** Where one can be after the pattern, having been at one of the places before it. */
const placesAfter = (run: Run, pattern: Pattern, from: Places): Places => {
  run.budget -= from.size + 1;
  if (run.budget < 0) return new Set();
  switch (pattern.kind) {
    case "character":
      return new Set([...where(from, (place) => pattern.set.has(run.codes[place] ?? -1))].map((place) => place + 1));
    case "sequence":
      return through(run, pattern.patterns, from);
    case "choice":
      return new Set(pattern.patterns.flatMap((choice) => [...placesAfter(run, choice, from)]));
    case "repeat":
      return repeated(run, pattern, from);
    case "edge":
      return where(from, (place) => isEdge(run, pattern.edge, place));
    case "ahead":
      return where(from, (place) => placesAfter(run, pattern.pattern, new Set([place])).size > 0 !== pattern.isNegated);
  }
};

/**
 * Whether the pattern matches somewhere in the text; nothing when that cannot be said in bounded time. All ways
 * through the text are followed at once, so that no expression can make it take exponential time.
 */
export const matchesPattern = (pattern: Pattern, text: string): boolean | undefined => {
  const codes = Array.from(text, (character) => character.charCodeAt(0));
  const run: Run = { codes, budget: MOST_STEPS };
  const everywhere = new Set(Array.from({ length: codes.length + 1 }, (_, place) => place));
  const { size } = placesAfter(run, pattern, everywhere);
  return run.budget < 0 ? undefined : size > 0;
};

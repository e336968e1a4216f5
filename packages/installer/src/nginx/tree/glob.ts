const MAGIC = /[*?[]/;
/** A class with its brackets; a `]` that comes first is a member. */
const CLASS = /^\[([!^]?)(\]?[^\]]*)\]/u;
const CLASS_MEMBER = /(.)-(.)|(.)/gsu;
const NEVER = "(?!)";
const CLASS_NAMES: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  digit: "0-9",
  lower: "a-z",
  upper: "A-Z",
  xdigit: "0-9A-Fa-f",
};

const quoted = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** Names as in `[[:digit:]]` hold a bracket themselves, so they become ranges first. */
const withRanges = (component: string): string =>
  component.replaceAll(/\[:(\w+):\]/g, (named, name: string) => CLASS_NAMES[name] ?? named);

/** A range that runs backwards has no members. */
const classPattern = (negation: string, members: string): string => {
  const patterns = [...members.matchAll(CLASS_MEMBER)].flatMap(([, from, to, single]) => {
    if (single !== undefined) return [quoted(single)];
    return from !== undefined && to !== undefined && from <= to ? [`${quoted(from)}-${quoted(to)}`] : [];
  });
  if (negation !== "") return `[^/${patterns.join("")}]`;
  return patterns.length === 0 ? NEVER : `(?!/)[${patterns.join("")}]`;
};

type Piece = { readonly pattern: string; readonly rest: string };

const nextPiece = (rest: string): Piece => {
  const [first = ""] = rest;
  const behind = rest.slice(first.length);
  if (first === "*") return { pattern: "[^/]*", rest: behind };
  if (first === "?") return { pattern: "[^/]", rest: behind };
  const found = first === "[" ? CLASS.exec(rest) : null;
  if (found) return { pattern: classPattern(found[1] ?? "", found[2] ?? ""), rest: rest.slice(found[0].length) };
  const [escaped = ""] = first === "\\" ? behind : "";
  return { pattern: quoted(escaped === "" ? first : escaped), rest: behind.slice(escaped.length) };
};

/** A name that begins with a dot is matched only by a pattern that begins with one. */
const componentPattern = (component: string): string => {
  let pattern = MAGIC.test(component.slice(0, 1)) ? String.raw`(?!\.)` : "";
  for (let rest = withRanges(component); rest !== "";) {
    const piece = nextPiece(rest);
    pattern += piece.pattern;
    rest = piece.rest;
  }
  return pattern;
};

/** Whether nginx takes the path of an include for a pattern. */
export const isGlob = (path: string): boolean => MAGIC.test(path);

/** A test for the paths that a pattern stands for, as glob(3) without flags reads it. */
export const compileGlob = (pattern: string): ((path: string) => boolean) => {
  const [literal = ""] = pattern.split(/[*?[\\]/, 1);
  const expression = new RegExp(`^${pattern.split("/").map(componentPattern).join("/")}$`, "u");
  return (path) => path.startsWith(literal) && expression.test(path);
};

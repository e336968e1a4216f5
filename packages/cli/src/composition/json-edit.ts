/** A value of a JSON text by its place; the members of an object in their order. */
type Place = { readonly start: number; readonly end: number; readonly members: readonly Member[] };
type Member = { readonly key: string; readonly start: number; readonly value: Place };

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+)/y;

type Token = { readonly text: string; readonly start: number; readonly end: number };

const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [, token = ""] = found;
    tokens.push({ text: token, start: TOKEN.lastIndex - token.length, end: TOKEN.lastIndex });
  }
  return tokens;
};

/** Reads one value and returns it with the index of the token behind it. The text is known to be JSON. */
const readPlace = (tokens: readonly Token[], at: number): readonly [Place, number] => {
  const first = tokens[at] as Token;
  if (first.text !== "{" && first.text !== "[") return [{ start: first.start, end: first.end, members: [] }, at + 1];
  const members: Member[] = [];
  let next = at + 1;
  while (!["}", "]"].includes(tokens[next]?.text ?? "}")) {
    const key = tokens[next] as Token;
    const isMember = first.text === "{";
    const [value, after] = readPlace(tokens, isMember ? next + 2 : next);
    if (isMember) members.push({ key: JSON.parse(key.text) as string, start: key.start, value });
    next = tokens[after]?.text === "," ? after + 1 : after;
  }
  return [{ start: first.start, end: tokens[next]?.end ?? first.end, members }, next + 1];
};

const indentAt = (text: string, at: number): string => {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
};

const printed = (value: unknown, indent: string | undefined): string =>
  indent === undefined ? JSON.stringify(value) : JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${indent}`);

const splice = (text: string, start: number, end: number, instead: string): string =>
  text.slice(0, start) + instead + text.slice(end);

const insert = (text: string, object: Place, key: string, value: unknown): string => {
  const last = object.members.at(-1);
  if (last === undefined) {
    const outer = indentAt(text, object.start);
    const member = `${JSON.stringify(key)}: ${printed(value, `${outer}  `)}`;
    return splice(text, object.start, object.end, `{\n${outer}  ${member}\n${outer}}`);
  }
  const gap = /\s*$/.exec(text.slice(0, last.start))?.[0] ?? "";
  const indent = gap.includes("\n") ? gap.slice(gap.lastIndexOf("\n") + 1) : undefined;
  return splice(text, last.value.end, last.value.end, `,${gap}${JSON.stringify(key)}: ${printed(value, indent)}`);
};

const put = (text: string, object: Place, path: readonly string[], value: unknown): string => {
  const [key = "", ...deeper] = path;
  const member = object.members.findLast((one) => one.key === key);
  if (member === undefined) {
    const whole = deeper.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
    return insert(text, object, key, whole);
  }
  if (deeper.length > 0) return put(text, member.value, deeper, value);
  return splice(text, member.value.start, member.value.end, printed(value, indentAt(text, member.start)));
};

/**
 * Puts a value at a path of objects into a JSON text. Every character around it stays: order, spaces and line ends.
 * `text` has to be JSON with an object at every step of the path.
 */
export const putIntoJson = (text: string, path: readonly string[], value: unknown): string =>
  put(text, readPlace(tokensOf(text), 0)[0], path, value);

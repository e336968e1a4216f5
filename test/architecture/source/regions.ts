/** A part of a TypeScript file that is not code: a comment, or the text of a string, a template or a regular expression. */
export type Region = { readonly kind: "comment" | "text"; readonly start: number; readonly end: number };

const PLAIN = /[^`'"/{}]+/y;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const STRING = /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y;
const PATTERN = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** From behind a backtick, or behind the brace that closes a `${…}`, to the next of either. */
const TEMPLATE = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y;
const PATTERN_MAY_FOLLOW = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|await|yield))\s*$/;

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0];
};

const regexAt = (text: string, at: number): string | undefined =>
  PATTERN_MAY_FOLLOW.test(text.slice(Math.max(0, at - 40), at)) ? matchAt(PATTERN, text, at) : undefined;

type Token = { readonly kind: Region["kind"] | "code"; readonly length: number };

/** `braces` counts the open ones inside each `${…}` that is open, innermost last. */
const templateToken = (text: string, at: number, braces: number[]): Token => {
  const chunk = matchAt(TEMPLATE, text, at + 1) ?? text.slice(at + 1);
  if (chunk.endsWith("${")) braces.push(0);
  return { kind: "text", length: chunk.length + 1 };
};

const braceToken = (text: string, at: number, braces: number[]): Token => {
  const inner = braces.pop();
  if (inner === undefined) return { kind: "code", length: 1 };
  if (text[at] === "}" && inner === 0) return templateToken(text, at, braces);
  braces.push(text[at] === "{" ? inner + 1 : inner - 1);
  return { kind: "code", length: 1 };
};

const tokenAt = (text: string, at: number, braces: number[]): Token => {
  const plain = matchAt(PLAIN, text, at);
  if (plain !== undefined) return { kind: "code", length: plain.length };
  if (text[at] === "`") return templateToken(text, at, braces);
  if (text[at] === "{" || text[at] === "}") return braceToken(text, at, braces);
  const comment = matchAt(COMMENT, text, at);
  if (comment !== undefined) return { kind: "comment", length: comment.length };
  const literal = matchAt(STRING, text, at) ?? regexAt(text, at);
  return literal === undefined ? { kind: "code", length: 1 } : { kind: "text", length: literal.length };
};

/** Everything in a TypeScript text that is not code, in order. */
const regionsOf = (text: string): readonly Region[] => {
  const regions: Region[] = [];
  const braces: number[] = [];
  let at = 0;
  while (at < text.length) {
    const { kind, length } = tokenAt(text, at, braces);
    if (kind !== "code") regions.push({ kind, start: at, end: at + length });
    at += length;
  }
  return regions;
};

const blanked = (text: string): string => text.replaceAll(/[^\n]/g, " ");

const without = (text: string, kinds: readonly Region["kind"][]): string => {
  let kept = "";
  let at = 0;
  for (const { kind, start, end } of regionsOf(text)) {
    if (!kinds.includes(kind)) continue;
    kept += text.slice(at, start) + blanked(text.slice(start, end));
    at = end;
  }
  return kept + text.slice(at);
};

/** The text with comments, strings, templates and regular expressions blanked; every position stays where it was. */
export const codeOf = (text: string): string => without(text, ["comment", "text"]);

/** The text with its comments blanked; every position stays where it was. */
export const withoutComments = (text: string): string => without(text, ["comment"]);

import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesPattern } from "./match-pattern.ts";
import { parsePattern } from "./parse-pattern.ts";

const matches = (source: string, text: string, isCaseless = false): boolean | undefined => {
  const pattern = parsePattern(source, isCaseless);
  return pattern && matchesPattern(pattern, text);
};

test.each([
  [String.raw`^www\d+\.example\.com$`, "www12.example.com", true],
  [String.raw`^www\d+\.example\.com$`, "www.example.com", false],
  [String.raw`^(?<user>.+)\.users\.example\.com$`, "ann.users.example.com", true],
  [String.raw`^(?P<user>[a-z0-9-]+)\.example\.com$`, "a_b.example.com", false],
  [String.raw`^(?:www\.)?(?'site'\w+)\.test$`, "shop.test", true],
  [String.raw`^(?!www\.).+$`, "www.example.com", false],
  [String.raw`^(?!www\.).+$`, "example.com", true],
  [String.raw`^(?=.*shop)\w+\.test$`, "myshop.test", true],
  ["example", "my.example.com", true],
  ["^a{2,3}$", "aaaa", false],
  ["^a{2}b{1,}c{0,1}?$", "aabbbc", true],
  ["^[^a-y.]+$", "zz0", true],
  ["^[]a-c]+$", "a]b", true],
  ["^[a-]+$", "a-a", true],
  ["^[[:alpha:][:digit:]_]+$", "a_1", true],
  ["^[[:^digit:]]+$", "a1", false],
  [String.raw`\bcat\b`, "my-cat.test", true],
  [String.raw`\bcat\b`, "mycat.test", false],
  [String.raw`\Aa\.b\z`, "a.b", true],
  [String.raw`^\x61\-b$`, "a-b", true],
  ["(a|b|)c$", "xc", true],
  ["^a.c$", "abc", true],
  ["{x}", "a{x}", true],
])("%s on %s is %s", (source, text, expected) => {
  expect(matches(source, text)).toBe(expected);
});

test("a caseless expression takes both cases, also in classes, before they are negated", () => {
  expect(matches("^EXAMPLE[A-C]$", "exampleb", true)).toBe(true);
  expect(matches("^[^A]$", "a", true)).toBe(false);
  expect(matches("(?i)^A$", "a")).toBe(true);
});

test.each([
  String.raw`^(a)\1$`,
  "^(?>a+)b$",
  "^a++b$",
  "^a{2}+b$",
  "(?<=www)a",
  "(?<!www)a",
  "a(?i)b",
  String.raw`\p{L}`,
  String.raw`\Ka`,
  "(*ANY)a",
  "a{,3}",
  "é",
  "^*",
  "[b-a]",
  "[a",
  "(a",
  "a)",
  `${"(".repeat(30)}a${")".repeat(30)}`,
  "a{2000}",
])("does not pretend to understand %s", (source) => {
  expect(parsePattern(source, false)).toBeUndefined();
});

const piece = fc.constantFrom(
  "a",
  "b",
  "c",
  ".",
  "[ab]",
  "[^a]",
  "(a|bc)",
  "(?:ab)",
  "(?!b)",
  "^",
  "$",
  String.raw`\w`,
);
const quantifier = fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,2}", "*?");
const quantified = fc
  .tuple(piece, quantifier)
  .map(([one, many]) => (["^", "$", "(?!b)"].includes(one) ? one : `${one}${many}`));
const expression = fc.array(quantified, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
const subject = fc.string({ unit: fc.constantFrom("a", "b", "c", "-"), maxLength: 8 });

test("says what a backtracking engine says, for expressions that both read the same way", () => {
  fc.assert(
    fc.property(expression, subject, (source, text) => matches(source, text) === new RegExp(source).test(text)),
    { numRuns: 500 },
  );
});

test("an expression that would take a backtracking engine years is answered at once", () => {
  expect(matches("^(a+)+$", `${"a".repeat(200)}b`)).toBe(false);
  expect(matches("^((a*)*)*b$", "a".repeat(250))).toBe(false);
});

test("gives up rather than take long", () => {
  const nested = "(?:".repeat(4) + ".{0,900}" + "){0,900}".repeat(3) + "){900}";
  expect(matches(`^${nested}x$`, "a".repeat(250))).toBeUndefined();
});

test("any text is read or refused, never fatal", () => {
  fc.assert(fc.property(fc.string(), fc.string({ maxLength: 20 }), (source, text) => matches(source, text) !== null));
});

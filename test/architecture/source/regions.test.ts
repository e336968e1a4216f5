import { expect, test } from "vitest";
import { codeOf, withoutComments } from "./regions.ts";

test("comments, strings, templates and patterns are no code", () => {
  const text = [
    "a(); // b()",
    "/* c()",
    "d() */ e();",
    'f("g()", \'h("i")\');',
    "j(`k() ${l({ m: `n() ${o}` })} p()`);",
    String.raw`q(/[/"']r\/()/g, s);`,
  ].join("\n");
  const code = codeOf(text);
  for (const name of ["a", "e", "f", "j", "l", "m", "o", "q", "s"]) expect(code).toMatch(new RegExp(`\\b${name}\\b`));
  for (const name of ["b", "c", "d", "g", "h", "i", "k", "n", "p", "r"])
    expect(code).not.toMatch(new RegExp(`\\b${name}\\b`));
});

test("every character stays in its line and column", () => {
  const text = 'one("two"); // three\n/* four\n */ five(`six\n${seven}`);';
  const code = codeOf(text);
  expect(code).toHaveLength(text.length);
  expect(code.indexOf("five")).toBe(text.indexOf("five"));
  expect(code.split("\n")).toHaveLength(text.split("\n").length);
});

test("a division is no pattern", () => {
  expect(codeOf('a = b / c; d = "x / y";')).toBe(`a = b / c; d = ${" ".repeat(7)};`);
});

test("without comments the strings stay", () => {
  expect(withoutComments('a("b"); // c')).toBe('a("b");     ');
});

test("an apostrophe in a comment opens no string", () => {
  expect(codeOf("// the customer's\na(); /* it's */ b();")).toContain("b();");
});

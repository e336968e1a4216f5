import fc from "fast-check";
import { expect, test } from "vitest";
import type { Directive } from "./directive.ts";
import { parseNginx } from "./parse-nginx.ts";

type Shape = readonly [name: string, ...rest: readonly (string | readonly Shape[])[]];

const toShape = ({ name, args, block }: Directive): Shape => {
  const words = args.map(({ text }) => text);
  return block?.kind === "directives"
    ? [name.text, ...words, block.directives.map(toShape)]
    : [name.text, ...words, ...(block ? ["{code}"] : [])];
};

const shapes = (source: string | Buffer): readonly Shape[] | string => {
  const parsed = parseNginx(Buffer.from(source));
  return parsed.kind === "parsed" ? parsed.directives.map(toShape) : parsed.problem.kind;
};

test.each<[string, readonly Shape[]]>([
  ["", []],
  ["# only a comment", []],
  ["user www-data;", [["user", "www-data"]]],
  ["a b c ;d;", [["a", "b", "c"], ["d"]]],
  [
    "events{}http{server{}}",
    [
      ["events", []],
      ["http", [["server", []]]],
    ],
  ],
  ["a # b; {\n c;", [["a", "c"]]],
  ["a b#c;", [["a", "b#c"]]],
  ["a\tb\r\nc\n;", [["a", "b", "c"]]],
  ["a b}c;", [["a", "b}c"]]],
])("reads %j", (source, expected) => {
  expect(shapes(source)).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ["\"b c\" 'd;e'", ["b c", "d;e"]],
  ["b\"c\" d'e'", ['b"c"', "d'e'"]],
  [String.raw`"a\"b" 'c\'d' e\\f`, ['a"b', "c'd", String.raw`e\f`]],
  [String.raw`a\tb a\nb a\rb`, ["a\tb", "a\nb", "a\rb"]],
  [String.raw`\.php$ a\;b a\ b \#c`, [String.raw`\.php$`, String.raw`a\;b`, String.raw`a\ b`, String.raw`\#c`]],
  ["${a}b c${d}e $${f} ${{g}", ["${a}b", "c${d}e", "$${f}", "${{g}"]],
  ["\"\" ''", ["", ""]],
  ['($a = "b")', ["($a", "=", "b", ")"]],
  ["café", ["café"]],
])("unquotes the words of a %s", (source, expected) => {
  expect(shapes(`a ${source};`)).toEqual([["a", ...expected]]);
});

test("a byte order mark, a NUL and a form feed are letters like others, as they are for nginx", () => {
  expect(shapes("\ufeffa b\0c\fd;")).toEqual([["\ufeffa", "b\0c\fd"]]);
});

test("Latin-1 is kept in the word, and does not end it", () => {
  const parsed = parseNginx(Buffer.from([0x61, 0x20, 0x66, 0xfc, 0x72, 0x3b]));
  expect(parsed).toMatchObject({ kind: "parsed", directives: [{ args: [{ text: "f\udcfcr", start: 2, end: 5 }] }] });
});

test.each([
  [";", "unexpected-byte"],
  ["a;;", "unexpected-byte"],
  ["{}", "unexpected-byte"],
  ["a { b }", "unexpected-byte"],
  ['a "b"c;', "unexpected-byte"],
  ['a "b"#c\n;', "unexpected-byte"],
  ["a", "unclosed-directive"],
  ["a b\n# c", "unclosed-directive"],
  ['a "b;', "unclosed-quote"],
  ["a { b;", "unclosed-block"],
  ["a {} }", "nothing-to-close"],
  ["content_by_lua_block { {", "unclosed-code"],
  ["a_by_lua_block { [[ }", "unclosed-code"],
])("refuses %s as %s", (source, kind) => {
  expect(shapes(source)).toBe(kind);
});

test("says where the trouble is", () => {
  expect(parseNginx(Buffer.from("a;\n  b {\n"))).toEqual({
    kind: "malformed",
    problem: {
      kind: "unclosed-block",
      offset: 5,
      line: 2,
      column: 3,
      sentence: 'line 2, column 3: the block that begins here is never closed with "}"',
    },
  });
});

test.each([
  "ngx.say('}')",
  'ngx.say("}\\"}")',
  "-- it's }\n",
  "--[[ } ]] --[==[ }]] } ]==]",
  "local t = { a = { 1 }, b = [[ } ]], c = [=[ ]] } ]=] }",
  "local s = t[1] .. t[t[2]] - -1",
  "local odd = 'not a string\n",
  "# not a comment { }",
])("does not end Lua code early: %s", (code) => {
  const source = `location / { content_by_lua_block {${code}} deny all; }`;
  expect(shapes(source)).toEqual([
    [
      "location",
      "/",
      [
        ["content_by_lua_block", "{code}"],
        ["deny", "all"],
      ],
    ],
  ]);
});

test("the words before Lua code are read as always", () => {
  expect(shapes("set_by_lua_block $a { return 1 }")).toEqual([["set_by_lua_block", "$a", "{code}"]]);
});

test("every span holds exactly its bytes", () => {
  const source = Buffer.from('a "b c" { d e; } # f\n');
  const parsed = parseNginx(source);
  const [outer] = parsed.kind === "parsed" ? parsed.directives : [];
  const text = (span?: { readonly start: number; readonly end: number }): string =>
    source.subarray(span?.start, span?.end).toString();
  expect(text(outer?.span)).toBe('a "b c" { d e; }');
  expect(text(outer?.args[0])).toBe('"b c"');
  expect(text(outer?.block?.inner)).toBe(" d e; ");
});

test("depth costs no stack, and length no time beyond its own", () => {
  const deep = 200_000;
  expect(shapes("a{".repeat(deep))).toBe("unclosed-block");
  expect(parseNginx(Buffer.from(`${"a{".repeat(deep)}${"}".repeat(deep)}`)).kind).toBe("parsed");
  expect(shapes(`a ${'"'.repeat(deep)}x`)).toBe("unexpected-byte");
  expect(shapes(`a_by_lua_block {${"[".repeat(deep)}`)).toBe("unclosed-code");
});

const token = fc.constantFrom(
  ..."ab;{}\"'\\$#\n \t\r=[]-)\0é".split(""),
  "server",
  "x_by_lua_block",
  "${",
  "--[[",
  "]]",
);
const soup = fc.array(token, { maxLength: 60 }).map((tokens) => Buffer.from(tokens.join("")));
const anyBytes = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));

const gapsAreEmpty = (bytes: Buffer, directives: readonly Directive[], start: number, end: number): boolean => {
  const gaps = [...directives, undefined].map((directive, index) =>
    bytes.subarray(directives[index - 1]?.span.end ?? start, directive?.span.start ?? end).toString("latin1"),
  );
  const inner = directives.every(({ block }) =>
    block?.kind === "directives" ? gapsAreEmpty(bytes, block.directives, block.inner.start, block.inner.end) : true,
  );
  return inner && gaps.every((gap) => /^(?:[ \t\r\n]|#[^\n]*(?:\n|$))*$/.test(gap));
};

test("whatever the bytes, they are read or refused, and between directives lie only blanks and comments", () => {
  fc.assert(
    fc.property(fc.oneof(soup, anyBytes), (bytes) => {
      const parsed = parseNginx(bytes);
      return parsed.kind === "malformed"
        ? parsed.problem.offset <= bytes.length
        : gapsAreEmpty(bytes, parsed.directives, 0, bytes.length);
    }),
    { numRuns: 2_000 },
  );
});

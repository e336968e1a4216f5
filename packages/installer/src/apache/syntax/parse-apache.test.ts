import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConfigItem } from "./config-item.ts";
import { parseApache } from "./parse-apache.ts";
import { printApache } from "./print-apache.ts";
import { splitArgs } from "./split-args.ts";

const parse = (text: string | Buffer) => parseApache(Buffer.from(text));

const outline = (items: readonly ConfigItem[]): readonly unknown[] =>
  items.map((item) => {
    if (item.kind === "directive") return item.name;
    return item.kind === "section" ? [item.opener.name, ...outline(item.items)] : item.kind;
  });

const outlineOf = (text: string): readonly unknown[] | string => {
  const parsed = parse(text);
  return parsed.kind === "parsed" ? outline(parsed.items) : parsed.problem.kind;
};

test("lines are blank, comments, directives or sections", () => {
  expect(outlineOf("\n# a\nListen 80\n<IfModule x.c>\n  <Directory />\n  </Directory>\n</IfModule>")).toEqual([
    "blank",
    "comment",
    "listen",
    ["ifmodule", ["directory"]],
  ]);
});

test("the case of names does not count, nor what follows the end of a section", () => {
  expect(outlineOf("<virtualHOST *:80> # x\nSERVERNAME a\n</VirtualHost> # y\n")).toEqual([
    ["virtualhost", "servername"],
  ]);
});

test("a backslash before the line end continues any line, a comment too", () => {
  expect(outlineOf("# a \\\nListen 80\nServer\\\r\nName a\n")).toEqual(["comment", "servername"]);
  expect(outlineOf("ServerName a\\\\\nListen 80\n")).toEqual(["servername"]);
  expect(outlineOf("ServerName a\\ \nListen 80\n")).toEqual(["servername", "listen"]);
});

test("a line is numbered by where it ends, as the server does", () => {
  const parsed = parse("\n<VirtualHost \\\n *:80>\n</VirtualHost>\n");
  const [, host] = parsed.kind === "parsed" ? parsed.items : [];
  expect(host).toMatchObject({ kind: "section", opener: { line: 3 } });
});

test("a byte order mark is kept and skipped", () => {
  expect(outlineOf("\ufeffListen 80\n")).toEqual(["blank", "listen"]);
});

test.each([
  ["a\n  <A>\n", "unclosed-section", 2, "line 2, column 1: <a> is never closed"],
  ["</A>\n", "nothing-to-close", 1, "line 1, column 1: </A> closes a section that was never opened in this file"],
  [
    "<A>\n<B>\n</A>\n</B>\n",
    "other-section-open",
    3,
    "line 3, column 1: </A> closes a section, but another one is open inside of it",
  ],
  ["a\0", "nul-byte", 1, "line 1, column 2: a NUL byte cannot stand here; the file may be UTF-16"],
  ["<A>\n".repeat(200), "too-deep", 101, "line 101, column 1: <a> is nested too deep"],
])("%j is malformed", (text, kind, line, sentence) => {
  expect(parse(text)).toMatchObject({ kind: "malformed", problem: { kind, line, sentence } });
});

const argsOf = (text: string): readonly string[] => {
  const parsed = parse(text);
  const [item] = parsed.kind === "parsed" ? parsed.items : [];
  if (parsed.kind !== "parsed" || item?.kind !== "directive") return [];
  return splitArgs(parsed.source, item.args).map((word) => word.text);
};

test.each([
  ["A b  c\td", ["b", "c", "d"]],
  [`A "b c" 'd e'`, ["b c", "d e"]],
  [String.raw`A "b \" c" 'd \' e' f\\g h\i`, [`b " c`, "d ' e", String.raw`f\g`, String.raw`h\i`]],
  [`A b"c d"`, [`b"c`, `d"`]],
  [`A "b`, ["b"]],
  [`A ""`, [""]],
  ["A b \\\n  c", ["b", "c"]],
  ["A b\\\nc", ["bc"]],
  ["A", []],
])("the arguments of %j are split as the server does", (text, expected) => {
  expect(argsOf(text)).toEqual(expected);
});

test("the place of an argument is where its bytes are, continuations in between or not", () => {
  const text = `A \\\n "b" é c`;
  const parsed = parse(text);
  const [item] = parsed.kind === "parsed" ? parsed.items : [];
  if (parsed.kind !== "parsed" || item?.kind !== "directive") throw new Error("not parsed");
  const cut = splitArgs(parsed.source, item.args).map(({ start, end }) =>
    Buffer.from(text).toString("utf8", start, end),
  );
  expect(cut).toEqual(['"b"', "é", "c"]);
});

const piece = fc.constantFrom(
  "<A x>",
  "</A>",
  "<b>",
  "</B>",
  "\n",
  "\r\n",
  "\\\n",
  " ",
  "\t",
  "#",
  "Name",
  '"',
  "\\",
  "é",
  ">",
  "<",
  "</",
);
const lines = fc.array(piece, { maxLength: 60 }).map((pieces) => Buffer.from(pieces.join("")));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
  lines,
);

test("any bytes are parsed to items that print to them, or to a problem within them", () => {
  fc.assert(
    fc.property(bytes, (input) => {
      const parsed = parseApache(input);
      if (parsed.kind === "malformed") return parsed.problem.offset <= input.length;
      return printApache(input, parsed.items).equals(input);
    }),
    { numRuns: 3_000 },
  );
});

test("the arguments of any bytes stand inside of their directive", () => {
  fc.assert(
    fc.property(bytes, (input) => {
      const parsed = parseApache(input);
      if (parsed.kind === "malformed") return;
      for (const item of parsed.items) {
        if (item.kind !== "directive") continue;
        for (const { start, end } of splitArgs(parsed.source, item.args)) {
          expect(item.args.start <= start && start < end && end <= item.args.end).toBe(true);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test("a megabyte of quotes, brackets or backslashes takes no longer than one of text", () => {
  const began = process.hrtime.bigint();
  for (const unit of ['"', "<", "\\", "\\\n", "<a\n</a>\n", 'a "b\\" c\n']) parse(unit.repeat(1_000_000 / unit.length));
  expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(10);
});

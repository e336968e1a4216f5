import { spawnSync } from "node:child_process";
import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { FIELDS } from "./fields.ts";
import { PRELUDE } from "./prelude.ts";
import { requestText } from "./request-text.ts";
import { REQUEST } from "./request.ts";

const SHELLS = [
  { name: "dash", argv: ["/usr/bin/dash"] },
  { name: "bash", argv: ["/usr/bin/bash"] },
  { name: "busybox", argv: ["/usr/bin/busybox", "sh"] },
];

const READ = `hs_marker=mark; hs_state=; ${PRELUDE}${FIELDS}${REQUEST}
hs_print() { printf '%s\\0' "/\${1#* /}"; }
IFS= read -r hs_verb; hs_read_request; hs_each hs_print "$hs_rows"`;

/** The paths that the far side has in the end, or nothing when it refuses. */
const heard = (argv: readonly string[], paths: readonly string[]): readonly string[] | undefined => {
  const [program = "", ...rest] = argv;
  const input = requestText(
    "apply",
    paths.map((path) => ["folder", "0755", path]),
  );
  const { stdout, status } = spawnSync(program, [...rest, "-c", READ], { input, env: {} });
  return status === 0 ? stdout.toString().split("\0").slice(0, -1) : undefined;
};

const piece = string({ unit: "grapheme", minLength: 1, maxLength: 12 });
const awkward = constantFrom(
  "it's",
  '"',
  "$HOME",
  "`id`",
  "$(id)",
  "a b",
  " b",
  "\\",
  "*",
  "~",
  ";",
  "a  b",
  "-n",
  "#",
  "%s",
  "&",
  "[a-z]",
  "!",
  "é",
  "\u2028",
);
const path = array(
  awkward.chain((one) => piece.map((other) => one + other)),
  { minLength: 1, maxLength: 4 },
).map((parts) => `/${parts.join("/")}`);

/** As the fields of the program say: no control characters, nothing that is not plain. */
const isPlain = (text: string): boolean => !/\p{Cc}|\/\/|\/\.\.?(?:\/|$)|[/ ]$/u.test(text) && text.isWellFormed();

describe.each(SHELLS)("$name", ({ argv }) => {
  test("hears every plain path as it was written", () => {
    const plain = path.filter(isPlain);
    assert(
      property(array(plain, { minLength: 1, maxLength: 20 }), (paths) => {
        expect(heard(argv, paths)).toEqual(paths);
      }),
      { numRuns: 40 },
    );
  });

  test("refuses every path that is not plain", () => {
    const odd = constantFrom("/a\tb", "/a\rb", "/\x7f", "/a//b", "/a/../b", "/a/..", "/a/.", "/a/", "/a ", "a/b", "");
    assert(
      property(path.filter(isPlain), odd, (good, bad) => heard(argv, [good, bad]) === undefined),
      { numRuns: 20 },
    );
  });
});

test("writes no line end and no NUL, and no space in a word before the last", () => {
  expect(() => requestText("apply", [["folder", "0755", "/a\nend"]])).toThrow(TypeError);
  expect(() => requestText("apply", [["folder", "0755", "/a\0"]])).toThrow(TypeError);
  expect(() => requestText("apply", [["link", "a b", "/c"]])).toThrow(TypeError);
  expect(() => requestText("apply", [["folder", "", "/c"]])).toThrow(TypeError);
});

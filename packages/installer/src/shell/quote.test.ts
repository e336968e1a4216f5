import { spawnSync } from "node:child_process";
import { assert, property, array, string, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { quote, quoteBytes } from "./quote.ts";

const AWKWARD = [
  "",
  " ",
  "a b",
  "it's",
  "'",
  "''",
  `"`,
  "$HOME",
  "`id`",
  "$(id)",
  "\\",
  "\\'",
  "a\nb",
  "\n",
  "\r\n",
  "\t",
  "!!",
  "~",
  "*",
  "[a-z]",
  "#",
  ";rm -rf /",
  "&",
  "|",
  "<x",
  "=",
  "-n",
  "--",
  "é",
  "\u2028",
  "a=b",
  "{a,b}",
  "\x7f\x01",
  "%s",
];

const SHELLS = [
  { name: "dash", argv: ["/usr/bin/dash"] },
  { name: "bash", argv: ["/usr/bin/bash"] },
  { name: "busybox", argv: ["/usr/bin/busybox", "sh"] },
];

/** What the shell gives to a program, when its script says these words. */
const spoken = (argv0: readonly string[], words: Uint8Array): Uint8Array => {
  const [program = "", ...before] = argv0;
  const script = Buffer.concat([Buffer.from("set -- "), words, Buffer.from(`\n[ $# = 0 ] || printf '%s\\0' "$@"\n`)]);
  return spawnSync(program, [...before, "-s"], { input: script, env: {} }).stdout;
};

const ended = (argv: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat(argv.flatMap((argument) => [argument, Buffer.from([0])]));

const bytesWithoutNul = uint8Array({ maxLength: 40, min: 1 });

describe.each(SHELLS)("$name", ({ argv }) => {
  test("gets every awkward argument as it is", () => {
    const wanted = AWKWARD.map((argument) => Buffer.from(argument));
    expect(spoken(argv, Buffer.from(quote(AWKWARD)))).toEqual(ended(wanted));
  });

  test("gets any text as it is", () => {
    assert(
      property(
        array(
          string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", "")),
          { maxLength: 30 },
        ),
        (list) =>
          Buffer.from(spoken(argv, Buffer.from(quote(list)))).equals(ended(list.map((one) => Buffer.from(one)))),
      ),
      { numRuns: 60 },
    );
  });

  test("gets any bytes as they are, text or not", () => {
    assert(
      property(array(bytesWithoutNul, { maxLength: 30 }), (list) =>
        Buffer.from(spoken(argv, quoteBytes(list))).equals(ended(list)),
      ),
      { numRuns: 60 },
    );
  });
});

test("leaves plain words readable", () => {
  expect(quote(["/usr/sbin/nginx", "-t", "-c", "/etc/nginx/nginx.conf"])).toBe(
    "/usr/sbin/nginx -t -c /etc/nginx/nginx.conf",
  );
});

test("refuses a NUL, which would end the argument early", () => {
  expect(() => quote(["a\0b"])).toThrow(TypeError);
  expect(() => quoteBytes([Uint8Array.of(97, 0, 98)])).toThrow(TypeError);
});

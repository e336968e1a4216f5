import fc from "fast-check";
import { expect, test } from "vitest";
import { compileGlob, isGlob } from "./glob.ts";

test.each([
  ["/etc/nginx/*.conf", "/etc/nginx/a.conf", true],
  ["/etc/nginx/*.conf", "/etc/nginx/a/b.conf", false],
  ["/etc/nginx/*.conf", "/etc/nginx/.a.conf", false],
  ["/etc/nginx/.*.conf", "/etc/nginx/.a.conf", true],
  ["/etc/nginx/*", "/etc/nginx/default", true],
  ["/etc/*/a?.conf", "/etc/nginx/ab.conf", true],
  ["/etc/?", "/etc/.", false],
  ["/e/[a-c]*.conf", "/e/best.conf", true],
  ["/e/[!a-c]*.conf", "/e/best.conf", false],
  ["/e/[^a-c]", "/e/d", true],
  ["/e/[]a]", "/e/]", true],
  ["/e/[a-]", "/e/-", true],
  ["/e/[[:digit:]]x", "/e/1x", true],
  ["/e/[z-a]", "/e/b", false],
  ["/e/[a", "/e/[a", true],
  ["/e/a[!b]c", "/e/a/c", false],
  [String.raw`/e/\*`, "/e/*", true],
  [String.raw`/e/\*`, "/e/a", false],
  ["/e/é?.conf", "/e/éü.conf", true],
  ["/a.b/*", "/axb/c", false],
])("%s on %s is %s", (pattern, path, expected) => {
  expect(compileGlob(pattern)(path)).toBe(expected);
});

test("only the three magic characters make a pattern", () => {
  expect(["a*", "a?", "a[b"].every(isGlob)).toBe(true);
  expect(isGlob(String.raw`a{b}\c`)).toBe(false);
});

test("any pattern can be asked, and a name without magic matches itself", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (pattern, path) => [true, false].includes(compileGlob(pattern)(path))),
  );
  const plain = fc.string({ unit: fc.constantFrom(..."ab./-+$(){}^|é".split("")) });
  fc.assert(fc.property(plain, (name) => compileGlob(name)(name)));
});

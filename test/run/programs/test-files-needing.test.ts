import { expect, test } from "vitest";
import { readSourceFiles } from "../../architecture/source/read-source-files.ts";
import { ROOT } from "../root.ts";
import { DEBIAN_PACKAGES } from "./debian-packages.ts";
import { testFilesNeeding } from "./test-files-needing.ts";

const files = [
  { path: "packages/a/test/start-knot.ts", text: 'spawn("/usr/sbin/knotd", ["-c", path]);' },
  { path: "packages/a/test/zones.ts", text: 'export { startKnot } from "./start-knot.ts";' },
  { path: "packages/a/src/signed.test.ts", text: 'import { startKnot } from "../test/zones.ts";' },
  { path: "packages/a/src/other.test.ts", text: '// knotd is not needed\nrun("openssl", []);' },
];

test("finds test files that start a program, through whatever they import", () => {
  expect(testFilesNeeding("knotd", files)).toEqual(["packages/a/src/signed.test.ts"]);
  expect(testFilesNeeding("openssl", files)).toEqual(["packages/a/src/other.test.ts"]);
});

test("a program that nobody starts is needed by no test", () => {
  expect(testFilesNeeding("unbound", files)).toEqual([]);
});

test.each(DEBIAN_PACKAGES)("$name is needed by some test", ({ programs }) => {
  const sources = readSourceFiles(ROOT);
  for (const program of programs) expect(testFilesNeeding(program, sources), program).not.toEqual([]);
});

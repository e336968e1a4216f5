import { expect, test } from "vitest";
import { filesLeftOut, programsVerdict } from "./programs-stage.ts";

const knot = { name: "knot", programs: ["knotd", "keymgr"], why: "signs zones" };
const files = [
  { path: "packages/a/src/signed.test.ts", text: 'spawn("knotd", []); spawn("keymgr", []);' },
  { path: "packages/a/src/plain.test.ts", text: 'spawn("other", []);' },
];
const missing = { installed: [], missing: [knot], because: "installing needs root, and apt-get" };

test("what is missing is said by name, with the tests that are left out for it", () => {
  const { failed, remark, details } = programsVerdict(missing, files, false);
  expect(failed).toBe(0);
  expect(remark).toBe("1 test files are left out");
  expect(details).toContain("knot (knotd, keymgr) is missing: it signs zones.");
  expect(details).toContain("packages/a/src/signed.test.ts");
  expect(details).toContain("installing needs root");
  expect(filesLeftOut(missing, files)).toEqual(["packages/a/src/signed.test.ts"]);
});

test("where nothing may be left out, a missing program is a failure", () => {
  expect(programsVerdict(missing, files, true).failed).toBe(1);
});

test("says what was installed, or that all was there", () => {
  expect(programsVerdict({ installed: [knot], missing: [] }, files, true)).toMatchObject({
    failed: 0,
    remark: "installed knot",
  });
  expect(programsVerdict({ installed: [], missing: [] }, files, true)).toMatchObject({
    failed: 0,
    remark: "all there",
  });
});

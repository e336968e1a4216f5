import type { SourceFile } from "../../architecture/source/source-file.ts";
import type { Brought } from "../programs/bring-programs.ts";
import type { DebianPackage } from "../programs/debian-packages.ts";
import { testFilesNeeding } from "../programs/test-files-needing.ts";
import type { Verdict } from "./stage.ts";

const filesFor = ({ programs }: DebianPackage, files: readonly SourceFile[]): readonly string[] =>
  programs.flatMap((program) => testFilesNeeding(program, files));

/** The test files that cannot run without the packages that are missing. */
export const filesLeftOut = ({ missing }: Brought, files: readonly SourceFile[]): readonly string[] =>
  [...new Set(missing.flatMap((one) => filesFor(one, files)))].toSorted();

const told = (one: DebianPackage, files: readonly SourceFile[]): string => {
  const { name, programs, why } = one;
  const tests = [...new Set(filesFor(one, files))].map((path) => `\n          ${path}`);
  return `        ${name} (${programs.join(", ")}) is missing: it ${why}. Left out:${tests.join("") || " nothing"}`;
};

/**
 * What came of bringing the programs. What is missing is said by name, with the tests that are left out for it; where
 * nothing may be left out, that is a failure.
 */
export const programsVerdict = (brought: Brought, files: readonly SourceFile[], strict: boolean): Verdict => {
  const { installed, missing, because } = brought;
  if (missing.length === 0) {
    const names = installed.map(({ name }) => name).join(", ");
    return { passed: 0, failed: 0, remark: names === "" ? "all there" : `installed ${names}` };
  }
  const list = missing.map((one) => told(one, files)).join("\n");
  return {
    passed: 0,
    failed: strict ? 1 : 0,
    remark: strict ? "nothing may be left out here" : `${filesLeftOut(brought, files).length} test files are left out`,
    details: `${list}\n        ${because ?? ""}`,
  };
};

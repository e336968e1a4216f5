import { expect, test } from "vitest";
import { ROOT } from "../run/root.ts";
import { checks } from "./checks.ts";
import { readSourceFiles } from "./source/read-source-files.ts";
import { isTestFile, isTypeScript } from "./source/source-file.ts";
import { edgesIn } from "./workspace/edges.ts";
import { manifestsIn } from "./workspace/manifests.ts";

const files = readSourceFiles(ROOT);

test("the checks see the repository", () => {
  expect(manifestsIn(files).map(({ folder }) => folder)).toEqual(expect.arrayContaining(["", "shared/core", "test"]));
  expect(files.filter((file) => isTypeScript(file) && !isTestFile(file)).length).toBeGreaterThan(200);
  expect(edgesIn(files).length).toBeGreaterThan(500);
});

test.each(checks)("$title", ({ find }) => {
  expect(find(files)).toEqual([]);
});

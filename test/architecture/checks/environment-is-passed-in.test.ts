import { expect, test } from "vitest";
import { environmentIsPassedIn } from "./environment-is-passed-in.ts";

const find = (path: string, text: string) => environmentIsPassedIn.find([{ path, text }]);

test("says where the environment is read, in whatever form", () => {
  for (const text of [
    "const a = process.env.A;",
    'const a = process["env"];',
    "const { env } = process;",
    'import { env } from "node:process";',
  ])
    expect(find("packages/store/src/a.ts", text)).toEqual([
      "packages/store/src/a.ts:1 reads the environment. Only packages/cli does; everything else is told.",
    ]);
});

test("is content with the composition root, the tests, and the mere words", () => {
  expect(find("packages/cli/src/main.ts", "run(process.env);")).toEqual([]);
  expect(find("test/run/test.ts", "run(process.env);")).toEqual([]);
  expect(find("packages/store/src/a.ts", '// process.env\nconst a = "process.env";')).toEqual([]);
});

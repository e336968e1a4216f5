import { expect, test } from "vitest";
import { importsAreDeclared } from "./imports-are-declared.ts";

const root = { path: "package.json", text: '{"name":"root","devDependencies":{"vitest":"5.0.0"}}' };
const store = {
  path: "packages/store/package.json",
  text: '{"name":"@hostseal/store","dependencies":{"lowdb":"7.0.1"}}',
};
const file = (path: string, text: string) => [root, store, { path: `packages/store/src/${path}`, text }];

test("says what is imported and not declared", () => {
  expect(importsAreDeclared.find(file("a.ts", 'import { parse } from "yaml/parse";'))).toEqual([
    "packages/store/src/a.ts:1: yaml is not among the dependencies in packages/store/package.json.",
  ]);
});

test("a development dependency of the root is there for tests alone", () => {
  const text = 'import { test } from "vitest";';
  expect(importsAreDeclared.find(file("a.test.ts", text))).toEqual([]);
  expect(importsAreDeclared.find(file("a.ts", text))).toHaveLength(1);
});

test("modules of Node are called by their full name", () => {
  expect(importsAreDeclared.find(file("a.ts", 'import { join } from "path";'))).toEqual([
    "packages/store/src/a.ts:1: write node:path, so that no package can take its place.",
  ]);
});

test("is content with what is declared, with Node and with files of the package", () => {
  const text = 'import { Low } from "lowdb/node";\nimport { join } from "node:path";\nimport { b } from "./b.ts";\n';
  expect(importsAreDeclared.find(file("a.ts", text))).toEqual([]);
});

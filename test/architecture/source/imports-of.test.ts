import { expect, test } from "vitest";
import { importsOf } from "./imports-of.ts";

const specifiers = (text: string): readonly string[] => importsOf(text).map(({ specifier }) => specifier);

test("finds imports of every form, over several lines", () => {
  const text = `
import "reflect-metadata";
import { readFile, type Stats as S } from "node:fs";
import type { A } from '@hostseal/core';
import * as pki from "@hostseal/pki";
import standard, {
  one,
  two,
} from "several/lines";
export { b } from "./b.ts";
export type * from "./c.ts";
export * as d from "./d.ts";
const late = await import("./late.ts");
`;
  expect(specifiers(text)).toEqual([
    "reflect-metadata",
    "node:fs",
    "@hostseal/core",
    "@hostseal/pki",
    "several/lines",
    "./b.ts",
    "./c.ts",
    "./d.ts",
    "./late.ts",
  ]);
});

test("knows the line and the names that are asked for", () => {
  const [, second] = importsOf('import a from "a";\n\nimport { readFile, type Stats as S } from "node:fs";\n');
  expect(second).toEqual({ specifier: "node:fs", line: 3, names: ["readFile", "Stats"] });
});

test("an import in a comment, a string or a template is none", () => {
  const text = `
// import "a";
/* import "b"; */
const sample = 'import "c";';
const other = \`
import "d";
export { e } from "e";
\`;
`;
  expect(specifiers(text)).toEqual([]);
});

test("an exported string is no import", () => {
  expect(specifiers('export const a = "b";\nexport type C = "d" | "e";\nexport const f = ["g"];\n')).toEqual([]);
});

test("an exported name that ends in from is no import", () => {
  expect(specifiers('export const createdFrom = "x";\nexport const y = from("z");\n')).toEqual([]);
});

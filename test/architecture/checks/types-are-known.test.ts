import { expect, test } from "vitest";
import { typesAreKnown } from "./types-are-known.ts";

const find = (text: string) => typesAreKnown.find([{ path: "shared/core/src/a.ts", text }]);
const silenced = ["@ts", "ignore"].join("-");

test("says where any is used as a type", () => {
  for (const text of ["const a: any = 1;", "const a = b as any;", "const a = new Map<string, any>();", "type A = any;"])
    expect(find(text)).toEqual([
      "shared/core/src/a.ts:1 uses the type any. Say what it is, or unknown with a schema behind it.",
    ]);
});

test("says where a rule is silenced", () => {
  expect(find(`\n// ${silenced}\nconst a = b;`)).toEqual([
    `shared/core/src/a.ts:2 silences a rule with ${silenced}. Change the code instead.`,
  ]);
});

test("is content with unknown, and with the word in prose and names", () => {
  expect(
    find(
      '// any\nconst hashOf = (any: object) => hash(any as Event, any);\nconst text = "as any";\nz.any();\nPromise.any([]);',
    ),
  ).toEqual([]);
});

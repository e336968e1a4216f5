import { expect, test } from "vitest";
import { arrowsPointDown } from "./arrows-point-down.ts";

const manifest = (folder: string, name: string, ...needs: readonly string[]) => ({
  path: `${folder}/package.json`,
  text: JSON.stringify({ name, dependencies: Object.fromEntries(needs.map((need) => [need, "workspace:*"])) }),
});

const rules = manifest("shared/rules", "@hostseal/rules");
const probe = manifest("packages/probe", "@hostseal/probe");
const store = manifest("packages/store", "@hostseal/store");

test("says when a manifest asks for a package above", () => {
  expect(arrowsPointDown.find([manifest("shared/rules", "@hostseal/rules", "@hostseal/probe"), probe])).toEqual([
    "shared/rules/package.json: @hostseal/rules asks for @hostseal/probe, which lies above it. Arrows point down only.",
  ]);
});

test("says when an import asks for a package beside", () => {
  const file = { path: "packages/store/src/a.ts", text: '\nimport { b } from "@hostseal/probe";\n' };
  expect(arrowsPointDown.find([probe, store, file])).toEqual([
    "packages/store/src/a.ts:2: @hostseal/store asks for @hostseal/probe, which lies beside it. Arrows point down only.",
  ]);
});

test("says when a package has no place", () => {
  expect(arrowsPointDown.find([manifest("packages/new", "@hostseal/new")])).toEqual([
    "packages/new/package.json: @hostseal/new has no place among the layers. Give it one in test/architecture/workspace/layers.ts.",
  ]);
});

test("is content with arrows that point down, and with a package that imports itself", () => {
  const file = {
    path: "packages/probe/src/a.ts",
    text: 'import { b } from "@hostseal/rules";\nimport { c } from "@hostseal/probe";\n',
  };
  expect(arrowsPointDown.find([rules, manifest("packages/probe", "@hostseal/probe", "@hostseal/rules"), file])).toEqual(
    [],
  );
});

import { expect, test } from "vitest";
import { packagesAreEnteredByTheFront } from "./packages-are-entered-by-the-front.ts";

const packages = [
  {
    path: "shared/core/package.json",
    text: '{"name":"@hostseal/core","exports":{".":"./src/index.ts","./ports":"./p.ts"}}',
  },
  { path: "packages/cli/package.json", text: '{"name":"@hostseal/cli","exports":{".":"./src/index.ts"}}' },
];
const find = (text: string) =>
  packagesAreEnteredByTheFront.find([...packages, { path: "packages/cli/src/commands/a.ts", text }]);

test("says when an import reaches into another package", () => {
  expect(find('import { a } from "@hostseal/core/src/orders/order.ts";')).toEqual([
    'packages/cli/src/commands/a.ts:1: "@hostseal/core/src/orders/order.ts" is inside @hostseal/core. Import what its index exports.',
  ]);
});

test("says when a relative path leaves the package", () => {
  expect(find('import { a } from "../../../../shared/core/src/index.ts";')).toEqual([
    'packages/cli/src/commands/a.ts:1: "../../../../shared/core/src/index.ts" leaves @hostseal/cli. Import the other package by its name.',
  ]);
});

test("is content with names, exported paths and files of the package", () => {
  expect(
    find(
      'import { a } from "@hostseal/core";\nimport { b } from "@hostseal/core/ports";\nimport { c } from "../c.ts";\n',
    ),
  ).toEqual([]);
});

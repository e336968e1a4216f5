import { expect, test } from "vitest";
import { versionsAreExact } from "./versions-are-exact.ts";

const find = (manifest: Readonly<Record<string, unknown>>) =>
  versionsAreExact.find([{ path: "packages/store/package.json", text: JSON.stringify(manifest) }]);

test("says which version is not exact", () => {
  for (const version of ["^7.0.1", "~7.0.1", "7", "latest", "*"])
    expect(find({ dependencies: { lowdb: version } })).toEqual([
      `packages/store/package.json asks for lowdb ${version}. Name one version, so that an upgrade is a decision.`,
    ]);
});

test("says when a manifest names a package manager", () => {
  expect(find({ packageManager: "pnpm@10.34.9" })).toEqual([
    "packages/store/package.json has a packageManager field, with which other versions of pnpm refuse to work. The bootstrap pins pnpm.",
  ]);
});

test("is content with exact versions and with packages of the workspace", () => {
  expect(find({ dependencies: { lowdb: "7.0.1" }, devDependencies: { "@hostseal/core": "workspace:*" } })).toEqual([]);
});

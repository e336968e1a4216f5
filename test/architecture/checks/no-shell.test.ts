import { expect, test } from "vitest";
import { noShell } from "./no-shell.ts";

const manifest = { path: "packages/store/package.json", text: '{"name":"@hostseal/store"}' };
const find = (text: string) => noShell.find([manifest, { path: "packages/store/src/a.ts", text }]);
const startShell = ['spawn("', 'sh", ["-c", line]);'].join("");

test("says where a shell is used", () => {
  for (const text of [
    'import { exec } from "node:child_process";',
    'import { spawn, execSync as run } from "node:child_process";',
    ["spawn(program, args, { sh", "ell: true });"].join(""),
    ["spawn(program, args, { sh", 'ell: "/bin/bash" });'].join(""),
    startShell,
  ])
    expect(find(text)).toEqual([
      "packages/store/src/a.ts:1 goes through a shell. Start the program with its arguments.",
    ]);
});

test("is content with programs that get their arguments, and with regular expressions", () => {
  const text =
    'import { spawn, execFile } from "node:child_process";\nspawn("openssl", ["version"]);\n/a/.exec(b);\ntype A = { shell: number };';
  expect(find(text)).toEqual([]);
});

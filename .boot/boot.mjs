// Runs a TypeScript file of this checkout on a Node that can, on a machine that may only have Node 20 and npm.
//
//   node .boot/boot.mjs packages/cli/src/main.ts demo --once
//
// Plain JavaScript that Node 20 reads. Everything it fetches is pinned and hashed: pnpm (and Node 24, when this Node
// does not run TypeScript) in .boot/package-lock.json, the rest in pnpm-lock.yaml. It writes nothing to stdout, and
// nothing at all when everything is in place; then it also needs no network.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { prepare } from "./prepare.mjs";
import { root, stop } from "./surroundings.mjs";

const [script, ...args] = process.argv.slice(2);
if (script === undefined) stop("say which file to run, as in: node .boot/boot.mjs packages/cli/src/main.ts --help");

const node = await prepare();
const child = spawn(node, [join(root, script), ...args], { stdio: "inherit" });

/** A terminal sends its interrupt to the whole group, so the program has it already; a second one would hurry it. */
const cameFromTerminal = (signal) => signal === "SIGINT" && (process.stdin.isTTY || process.stderr.isTTY);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => {
    if (!cameFromTerminal(signal)) child.kill(signal);
  });
child.on("error", ({ message }) => stop(`${node} cannot be started: ${message}`));
child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

// Runs a TypeScript file of this checkout on a Node that can, on a machine that may only have Node 20 and npm.
//
//   node .boot/boot.mjs packages/cli/src/main.ts demo --once
//
// Plain JavaScript that Node 20 reads. Everything it fetches is pinned and hashed: pnpm (and Node 24, when the
// system's Node is older than 22.18) in .boot/package-lock.json, the rest in pnpm-lock.yaml.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const say = (line) => process.stderr.write(`${line}\n`);

const systemNodeIsRecentEnough = () => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 18);
};

/** Runs a step only when the files it depends on have changed since it last succeeded. */
const once = (stampFile, inputs, step) => {
  const hash = createHash("sha256");
  for (const input of inputs) hash.update(input).update(readFileSync(join(root, input)));
  const wanted = hash.digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  step();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
};

/** Runs a program to its end; its output goes to stderr, so that stdout belongs to the command alone. */
const run = (program, args, cwd) => {
  const { status, error } = spawnSync(program, args, { cwd, stdio: ["ignore", 2, 2] });
  if (status === 0) return;
  say(`hostseal: "${program} ${args.join(" ")}" failed${error ? `: ${error.message}` : ""}. Is the npm registry reachable?`);
  process.exit(1);
};

const manifests = () => {
  const found = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];
  for (const folder of ["shared", "packages", "plugins"])
    for (const name of readdirSync(join(root, folder)).sort())
      if (existsSync(join(root, folder, name, "package.json"))) found.push(join(folder, name, "package.json"));
  return [...found, join("test", "package.json")];
};

const installTools = (needsNode) => {
  const args = ["ci", "--loglevel=error", "--no-audit", "--no-fund", "--ignore-scripts"];
  if (!needsNode) args.push("--omit=optional");
  run("npm", args, here);
};

const installWorkspace = (node) => {
  const pnpm = join(here, "node_modules", "pnpm", "bin", "pnpm.cjs");
  run(node, [pnpm, "install", "--frozen-lockfile", "--prefer-offline", "--loglevel=error"], root);
};

const ownNode = () => join(here, "node_modules", `node-linux-${process.arch}`, "bin", "node");

const prepare = () => {
  const needsNode = !systemNodeIsRecentEnough();
  if (needsNode && process.platform !== "linux") {
    say(`hostseal: Node ${process.versions.node} is too old; install Node 22.18 or newer (24 LTS is best) and try again.`);
    process.exit(1);
  }
  const kind = needsNode ? "with-node" : "pnpm-only";
  once(join(here, "node_modules", `.stamp-${kind}`), [".boot/package-lock.json"], () => {
    if (needsNode) say(`hostseal: Node ${process.versions.node} is out of support; fetching Node 24 for this checkout only …`);
    installTools(needsNode);
  });
  const node = needsNode ? ownNode() : process.execPath;
  once(join(root, "node_modules", ".hostseal-stamp"), manifests(), () => {
    say("hostseal: installing packages …");
    installWorkspace(node);
  });
  return node;
};

const [script, ...args] = process.argv.slice(2);
const node = prepare();
const child = spawn(node, [resolve(root, script), ...args], { stdio: "inherit", env: { ...process.env, HOSTSEAL_NODE: node } });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 128 + 15 : code));

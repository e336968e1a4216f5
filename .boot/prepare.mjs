import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { oneAtATime } from "./one-at-a-time.mjs";
import { runTool } from "./run-tool.mjs";
import { stampOf } from "./stamp.mjs";
import { assertWritable, here, root, say, stop } from "./surroundings.mjs";

const PNPM = join(here, "node_modules", "pnpm", "bin", "pnpm.cjs");
const OWN_NODE = join(here, "node_modules", `node-linux-${process.arch}`, "bin", "node");

/** Since 22.18 Node runs TypeScript by leaving out the types. */
const runsTypeScript = process.features.typescript === "strip";

const assertNodeForThisMachine = () => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  if (process.platform === "linux" && `node-linux-${process.arch}` in optionalDependencies) return;
  stop(
    `Node ${process.versions.node} is too old, and there is none to fetch for ${process.platform} on ${process.arch}. ` +
      "Install Node 22.18 or newer (24 LTS is best), and try again.",
  );
};

const assertNodeRuns = () => {
  const { status, stderr, error } = spawnSync(OWN_NODE, ["--version"], { encoding: "utf8" });
  if (status === 0) return;
  const because = (error?.message ?? stderr).trim();
  stop(`the Node that was fetched does not run here (${because}). Install Node 22.18 or newer, and try again.`);
};

const installTools = () => {
  if (!runsTypeScript) say(`Node ${process.versions.node} is too old; fetching Node 24 for this checkout only …`);
  // A Node that was fetched once stays: somebody may be running with it.
  const optional = runsTypeScript && !existsSync(OWN_NODE) ? "--omit=optional" : "--include=optional";
  runTool(
    "npm",
    ["ci", "--loglevel=error", "--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts", optional],
    here,
  );
  if (!runsTypeScript) assertNodeRuns();
};

const installWorkspace = (node) => {
  say("installing packages …");
  const args = ["--frozen-lockfile", "--prefer-offline", "--prod=false", "--loglevel=error"];
  runTool(node, [PNPM, "install", ...args, "--config.confirmModulesPurge=false"], root);
};

/** Every file that decides what is installed, with its path from the root. */
const manifests = () => {
  const folders = ["shared", "packages", "plugins"].flatMap((shelf) =>
    readdirSync(join(root, shelf)).map((name) => join(shelf, name)),
  );
  const packages = [...folders, "test"]
    .map((folder) => join(folder, "package.json"))
    .sort((left, right) => (left < right ? -1 : 1));
  return ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...packages].filter((path) =>
    existsSync(join(root, path)),
  );
};

/** Brings Node, pnpm and every package into this checkout, if they are not there. Gives the Node to run with. */
export const prepare = async () => {
  const node = runsTypeScript ? process.execPath : OWN_NODE;
  const tools = stampOf(join(here, "node_modules", ".stamp"), [join(".boot", "package-lock.json")], [PNPM, node]);
  const workspace = stampOf(join(root, "node_modules", ".hostseal-stamp"), manifests(), []);
  if (tools.isFresh() && workspace.isFresh()) return node;
  if (!runsTypeScript) assertNodeForThisMachine();
  assertWritable();
  await oneAtATime(() => {
    tools.renew(installTools);
    workspace.renew(() => installWorkspace(node));
  });
  return node;
};

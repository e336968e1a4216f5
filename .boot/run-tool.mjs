import { spawnSync } from "node:child_process";
import { stop } from "./surroundings.mjs";

const reasonOf = (program, { status, signal, error }) => {
  if (error?.code === "ENOENT") return `${program} was not found`;
  if (error) return error.message;
  return signal ? `${program} was ended by ${signal}` : `${program} ended with ${status}; what it said stands above`;
};

/** Runs a tool to its end, its output on stderr. Stops with a sentence when it fails. */
export const runTool = (program, args, cwd) => {
  const ended = spawnSync(program, args, { cwd, stdio: ["ignore", 2, 2] });
  if (ended.status === 0) return;
  stop(`packages could not be installed: ${reasonOf(program, ended)}. Is the npm registry reachable?`);
};

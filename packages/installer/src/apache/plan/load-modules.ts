import type { Active } from "../tree/active.ts";
import type { ServerView } from "../vhosts/virtual-host.ts";
import { insertBehind } from "./insert-lines.ts";
import type { ModuleStep } from "./module-step.ts";
import type { TreeEdit } from "./tree-edit.ts";

const isPlain = ({ directive, enclosures, file }: Active): boolean =>
  directive.name === "loadmodule" && enclosures.length === 0 && file.target !== undefined;

/** Loads modules behind the last line that loads one whatever the conditions; nothing when there is no such line. */
export const loadModules = (
  { serverActives }: ServerView,
  steps: readonly ModuleStep[],
): readonly TreeEdit[] | undefined => {
  const lines = steps.flatMap((step) => (step.kind === "load-module" ? step.lines : []));
  const last = serverActives.findLast(isPlain);
  return lines.length === 0 ? [] : last && lines.map((line) => insertBehind(last, line));
};

import type { ServerView } from "../vhosts/virtual-host.ts";
import type { Part } from "./change-pair.ts";
import { insertBehind } from "./insert-lines.ts";
import type { ModuleStep } from "./module-step.ts";

const isPlain = ({ directive, enclosures, file }: ServerView["serverActives"][number]): boolean =>
  directive.name === "loadmodule" && enclosures.length === 0 && file.target !== undefined;

/** Loads modules behind the last line that loads one whatever the conditions. */
export const loadModules = ({ serverActives }: ServerView, steps: readonly ModuleStep[]): Part => {
  const lines = steps.flatMap((step) => (step.kind === "load-module" ? step.lines : []));
  const last = serverActives.findLast(isPlain);
  if (lines.length > 0 && !last) return { kind: "refused", refusal: { kind: "modules-elsewhere", lines } };
  const edits = last ? lines.map((line) => insertBehind(last, line)) : [];
  return { kind: "edits", edits, notes: [] };
};

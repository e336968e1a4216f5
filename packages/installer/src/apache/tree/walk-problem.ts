import { toReadable } from "../../bytes/index.ts";
import type { SyntaxProblem } from "../syntax/syntax-problem.ts";

/** Why a configuration could not be followed to its end. */
export type WalkProblem = {
  readonly kind: "missing-file" | "malformed-file" | "include-loop" | "unknown-macro" | "macro-loop";
  readonly path: string;
  readonly sentence: string;
};

export const missingFile = (path: string): WalkProblem => ({
  kind: "missing-file",
  path,
  sentence: `${toReadable(path)} is included, but its content was not read from the host`,
});

export const malformedFile = (path: string, { sentence }: SyntaxProblem): WalkProblem => ({
  kind: "malformed-file",
  path,
  sentence: `${toReadable(path)}, ${sentence}`,
});

export const includeLoop = (path: string): WalkProblem => ({
  kind: "include-loop",
  path,
  sentence: `${toReadable(path)} is included from inside of itself, or too deep`,
});

export const unknownMacro = (path: string, name: string): WalkProblem => ({
  kind: "unknown-macro",
  path,
  sentence: `${toReadable(path)} uses the macro ${toReadable(name)}, which is not defined before`,
});

export const macroLoop = (path: string, name: string): WalkProblem => ({
  kind: "macro-loop",
  path,
  sentence: `${toReadable(path)} uses the macro ${toReadable(name)} from inside of itself, or too deep`,
});

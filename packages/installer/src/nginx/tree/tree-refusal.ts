import { toReadable } from "../../bytes/byte-text.ts";
import type { SyntaxProblem } from "../syntax/syntax-problem.ts";

/** Why the files cannot be taken for what the server has read. */
export type TreeRefusal =
  | { readonly kind: "root-missing"; readonly path: string }
  | { readonly kind: "malformed"; readonly path: string; readonly problem: SyntaxProblem }
  /** An include leads to a file that the server did not print. */
  | { readonly kind: "include-missing"; readonly path: string; readonly from: string; readonly line: number }
  | { readonly kind: "include-cycle"; readonly path: string; readonly from: string; readonly line: number }
  | { readonly kind: "too-deep"; readonly path: string; readonly depth: number }
  /** The first file, counted from 1, on which our reading and the server's part. */
  | {
      readonly kind: "order-differs";
      readonly position: number;
      readonly ours: string | undefined;
      readonly theirs: string | undefined;
    };

const fileInWords = (path: string | undefined): string => (path === undefined ? "no further file" : toReadable(path));

/** The refusal as a sentence without its full stop. */
export const treeRefusalInWords = (refusal: TreeRefusal): string => {
  switch (refusal.kind) {
    case "root-missing":
      return `the main file ${toReadable(refusal.path)} is not among the files of the server`;
    case "malformed":
      return `${toReadable(refusal.path)} cannot be read: ${refusal.problem.sentence}`;
    case "include-missing":
      return `${refusal.from}:${refusal.line} includes ${toReadable(refusal.path)}, which the server did not read`;
    case "include-cycle":
      return `${refusal.from}:${refusal.line} includes ${toReadable(refusal.path)}, which is being read already`;
    case "too-deep":
      return `${toReadable(refusal.path)} is included through more than ${refusal.depth} files`;
    case "order-differs":
      return `file number ${refusal.position} is ${fileInWords(refusal.theirs)} for the server, but ${fileInWords(refusal.ours)} as we read the includes`;
  }
};

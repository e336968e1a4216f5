import { positionOf } from "../../bytes/position.ts";
import type { Directive } from "../syntax/directive.ts";
import { includeArgument, includeTarget } from "./include-target.ts";
import type { NginxFile } from "./nginx-tree.ts";
import type { TreeRefusal } from "./tree-refusal.ts";

/** Where the includes lead, and the paths in the order in which they are read first. */
export type Walked =
  | {
      readonly kind: "walked";
      readonly order: readonly string[];
      readonly targets: ReadonlyMap<Directive, readonly NginxFile[]>;
    }
  | { readonly kind: "refused"; readonly because: TreeRefusal };

export type WalkWish = {
  readonly root: NginxFile;
  readonly folder: string;
  readonly files: ReadonlyMap<string, NginxFile>;
};

/** Deeper than any real configuration, and far from the end of anybody's stack. */
const DEEPEST = 64;

/** A directive to look at, with the name of the block it stands in. */
type Item = { readonly kind: "directive"; readonly directive: Directive; readonly within: string };
/** A file to read, because of an include. */
type Visit = { readonly kind: "file"; readonly path: string; readonly from: Item };
/** The next is at the end. */
type Pending = Item | Visit;

/** A file that is being read. */
type Reading = { readonly file: NginxFile; readonly pending: Pending[] };

type Walker = WalkWish & {
  readonly readings: Reading[];
  readonly order: Set<string>;
  readonly targets: Map<Directive, readonly NginxFile[]>;
};

const pendingOf = (directives: readonly Directive[], within: string): readonly Pending[] =>
  directives.toReversed().map((directive) => ({ kind: "directive", directive, within }));

const begin = ({ readings, order }: Walker, file: NginxFile): void => {
  order.add(file.path);
  readings.push({ file, pending: [...pendingOf(file.directives, "")] });
};

/** `geo` reads a binary form of an included file where there is one, and then not the file. */
const mayBeMissing = ({ within }: Item): boolean => within === "geo";

const refusal = (kind: "include-missing" | "include-cycle", { path, from }: Visit, file: NginxFile): TreeRefusal => {
  const { line } = positionOf(file.bytes, from.directive.span.start);
  return { kind, path, from: file.path, line };
};

const visitFile = (walker: Walker, origin: NginxFile, visit: Visit): TreeRefusal | undefined => {
  const { path } = visit;
  const file = walker.files.get(path);
  if (!file) return mayBeMissing(visit.from) ? undefined : refusal("include-missing", visit, origin);
  if (walker.readings.some((reading) => reading.file === file)) return refusal("include-cycle", visit, origin);
  if (walker.readings.length > DEEPEST) return { kind: "too-deep", path, depth: DEEPEST };
  if (!walker.order.has(path)) begin(walker, file);
  return undefined;
};

const lookAt = (walker: Walker, { pending }: Reading, item: Item): void => {
  const { directive } = item;
  if (directive.block?.kind === "directives")
    pending.push(...pendingOf(directive.block.directives, directive.name.text));
  const argument = includeArgument(directive);
  if (argument === undefined) return;
  const target = includeTarget({ argument, folder: walker.folder, paths: walker.files.keys() });
  const paths = target.kind === "file" ? [target.path] : target.paths;
  walker.targets.set(
    directive,
    paths.flatMap((path) => walker.files.get(path) ?? []),
  );
  for (const path of paths.toReversed()) pending.push({ kind: "file", path, from: item });
};

const step = (walker: Walker, reading: Reading): TreeRefusal | undefined => {
  const item = reading.pending.pop();
  if (item?.kind === "file") return visitFile(walker, reading.file, item);
  if (item) lookAt(walker, reading, item);
  else walker.readings.pop();
  return undefined;
};

/** Reads the includes as nginx does, depth first; each file is gone through once. */
export const walkIncludes = (wish: WalkWish): Walked => {
  const walker: Walker = { ...wish, readings: [], order: new Set(), targets: new Map() };
  begin(walker, wish.root);
  for (let reading = walker.readings.at(-1); reading; reading = walker.readings.at(-1)) {
    const because = step(walker, reading);
    if (because) return { kind: "refused", because };
  }
  return { kind: "walked", order: [...walker.order], targets: walker.targets };
};

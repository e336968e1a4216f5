import { applyEdits, type ByteEdit } from "../../bytes/byte-edit.ts";
import type { Directive } from "../syntax/directive.ts";
import type { NginxFile, NginxTree } from "../tree/nginx-tree.ts";
import type { TreeEdit } from "./tree-edit.ts";

type Split = { readonly tree: NginxTree; readonly edits: readonly TreeEdit[] };

const LINE_FEED = Buffer.from("\n");
const NOTHING = Buffer.alloc(0);

/** The includes anywhere in a file. A stack of its own, since blocks may lie as deep as they like. */
const includesIn = ({ targets }: NginxTree, { directives }: NginxFile): readonly Directive[] => {
  const found: Directive[] = [];
  const pending = [...directives];
  for (let directive = pending.pop(); directive; directive = pending.pop()) {
    if (targets.has(directive)) found.push(directive);
    if (directive.block?.kind === "directives") pending.push(...directive.block.directives);
  }
  return found;
};

const isTouched = (split: Split, include: Directive): boolean =>
  (split.tree.targets.get(include) ?? []).some(
    (file) =>
      split.edits.some((edit) => edit.file === file) ||
      includesIn(split.tree, file).some((inner) => isTouched(split, inner)),
  );

const inlined = (split: Split, file: NginxFile): Buffer => {
  const own = split.edits.filter((edit) => edit.file === file).map(({ edit }) => edit);
  const inner = includesIn(split.tree, file)
    .filter((include) => isTouched(split, include))
    .map((include): ByteEdit => ({ at: include.span, bytes: contents(split, include) }));
  const edited = applyEdits(file.bytes, [...own, ...inner]);
  if (edited.kind !== "edited") throw new TypeError(`the edits of ${file.path} are ${edited.kind}`);
  return edited.bytes;
};

const endLine = (bytes: Buffer): Buffer => (bytes.length === 0 || bytes.at(-1) === LINE_FEED[0] ? NOTHING : LINE_FEED);

const contents = (split: Split, include: Directive): Buffer =>
  Buffer.concat(
    (split.tree.targets.get(include) ?? []).flatMap((file) => {
      const bytes = inlined(split, file);
      return [bytes, endLine(bytes)];
    }),
  );

/** Puts what an include leads to in its place, with edits made to the copy only. Files that no edit touches stay included. */
export const splitInclude = (split: Split, include: Directive): ByteEdit => ({
  at: include.span,
  bytes: contents(split, include),
});

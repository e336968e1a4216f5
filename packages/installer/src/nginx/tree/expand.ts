import type { Directive } from "../syntax/directive.ts";
import type { NginxFile, NginxTree, Placed, Via } from "./nginx-tree.ts";

type Scope = { readonly directives: readonly Directive[]; readonly file: NginxFile; readonly via: Via | undefined };

function* expandScope(tree: NginxTree, { directives, file, via }: Scope): Generator<Placed> {
  for (const directive of directives) {
    const targets = tree.targets.get(directive);
    if (!targets) yield { directive, file, via };
    for (const target of targets ?? [])
      yield* expandScope(tree, {
        directives: target.directives,
        file: target,
        via: { include: directive, file, via },
      });
  }
}

/** The directives of the main level, what is included in their place. */
export const mainLevel = (tree: NginxTree): Iterable<Placed> =>
  expandScope(tree, { directives: tree.root.directives, file: tree.root, via: undefined });

/** The directives in a block, what is included in their place; none when it is no block. */
export const childrenOf = (tree: NginxTree, { directive, file, via }: Placed): Iterable<Placed> =>
  directive.block?.kind === "directives"
    ? expandScope(tree, { directives: directive.block.directives, file, via })
    : [];

/** Those of a name among them. */
export const childrenNamed = (tree: NginxTree, parent: Placed, name: string): readonly Placed[] =>
  [...childrenOf(tree, parent)].filter(({ directive }) => directive.name.text === name);

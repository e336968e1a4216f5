import type { NginxServer } from "../servers/nginx-server.ts";
import type { Directive } from "../syntax/directive.ts";
import type { Placed } from "../tree/nginx-tree.ts";

/** The directives that stand in the block itself, includes among them, not what they include. */
export const ownDirectives = ({ placed: { directive } }: NginxServer): readonly Directive[] =>
  directive.block?.kind === "directives" ? directive.block.directives : [];

/** The last directive in the block itself that has one of the names, the first name that is there counting. */
export const lastOwn = (server: NginxServer, ...names: readonly string[]): Directive | undefined => {
  const own = ownDirectives(server);
  return names.map((name) => own.findLast((directive) => directive.name.text === name)).find(Boolean);
};

/** The directive in the block itself that is, or through includes leads to, one that takes effect in the block. */
export const ownDirectiveFor = (server: NginxServer, placed: Placed): Directive => {
  let { directive, via } = placed;
  while (via && via !== server.placed.via) ({ include: directive, via } = via);
  return directive;
};

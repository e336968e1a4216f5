import { childrenOf } from "../tree/expand.ts";
import type { NginxTree, Placed } from "../tree/nginx-tree.ts";

/** The first argument of a directive, and where it was said: in this server, or in `http` around it. */
export type Setting = { readonly value: string; readonly placed: Placed; readonly level: "server" | "http" };

/** A certificate and its key; nginx pairs the first with the first, the second with the second. */
export type CertificatePair = { readonly certificate: Setting; readonly key: Setting | undefined };

/** The directives of a block, what is included in their place, by name. */
export type Level = ReadonlyMap<string, readonly Placed[]>;

export const levelOf = (tree: NginxTree, block: Placed): Level =>
  Map.groupBy(childrenOf(tree, block), ({ directive }) => directive.name.text);

const settingsAt = (level: Level, where: Setting["level"], name: string): readonly Setting[] =>
  (level.get(name) ?? []).map((placed) => ({ value: placed.directive.args[0]?.text ?? "", placed, level: where }));

export type Levels = { readonly server: Level; readonly http: Level };

/** What is in effect: all of the server's own, or else all of the `http` block's. */
export const effective = ({ server, http }: Levels, name: string): readonly Setting[] => {
  const own = settingsAt(server, "server", name);
  return own.length > 0 ? own : settingsAt(http, "http", name);
};

/** Certificates with their keys. nginx inherits the one list without the other. */
export const pairsOf = (levels: Levels): readonly CertificatePair[] => {
  const keys = effective(levels, "ssl_certificate_key");
  return effective(levels, "ssl_certificate").map((certificate, index) => ({ certificate, key: keys[index] }));
};

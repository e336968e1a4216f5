import type { HostFacts } from "../facts/index.ts";
import { loadTree, type NginxServer, type NginxTree, readServers, treeRefusalInWords } from "../nginx/index.ts";

/** The configuration of a running nginx, read by us as it read it itself. */
export type NginxConfig = {
  readonly facts: HostFacts;
  readonly tree: NginxTree;
  readonly servers: readonly NginxServer[];
};

export type ReadConfig =
  | ({ readonly kind: "read" } & NginxConfig)
  | { readonly kind: "refused"; readonly because: string };

/** Reads what the probe brought; refuses where our reading and the server's own differ. */
export const readNginxConfig = (facts: HostFacts): ReadConfig => {
  const { root, files, realPaths } = facts.server;
  const loaded = loadTree({ root, files, realPaths });
  if (loaded.kind === "refused") return { kind: "refused", because: treeRefusalInWords(loaded.because) };
  const { tree } = loaded;
  return { kind: "read", facts, tree, servers: readServers({ tree, hostname: facts.system.hostname }) };
};

/** A path as the configuration writes it, in full. */
export const inFull = ({ tree }: NginxConfig, path: string): string =>
  path.startsWith("/") ? path : `${tree.folder}${path}`;

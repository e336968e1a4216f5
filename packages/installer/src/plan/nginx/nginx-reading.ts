import type { HostFacts, NginxFacts } from "../../facts/index.ts";
import { loadTree, type NginxServer, type NginxTree, readServers, treeRefusalInWords } from "../../nginx/index.ts";

/** The configuration of a running nginx as a tree and its servers. */
export type NginxReading = {
  readonly facts: HostFacts;
  readonly server: NginxFacts;
  readonly tree: NginxTree;
  readonly servers: readonly NginxServer[];
};

export type ReadNginx =
  | { readonly kind: "read"; readonly reading: NginxReading }
  | { readonly kind: "refused"; readonly because: string };

/** Reads what the probe brought; refuses where our reading and the server's own differ. */
export const readNginx = (facts: HostFacts, server: NginxFacts): ReadNginx => {
  const { root, files, realPaths } = server;
  const loaded = loadTree({ root, files, realPaths });
  if (loaded.kind === "refused") return { kind: "refused", because: treeRefusalInWords(loaded.because) };
  const { tree } = loaded;
  const servers = readServers({ tree, hostname: facts.system.hostname });
  return { kind: "read", reading: { facts, server, tree, servers } };
};

/** A path as the configuration writes it, in full. */
export const inFull = ({ tree }: NginxReading, path: string): string =>
  path.startsWith("/") ? path : `${tree.folder}${path}`;

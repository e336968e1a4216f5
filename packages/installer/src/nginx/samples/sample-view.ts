import type { NginxBuild } from "../dump/nginx-build.ts";
import { parseBuild } from "../dump/parse-build.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import { readServers, type ServersWish } from "../servers/read-servers.ts";
import { includedFiles, loadTree } from "../tree/load-tree.ts";
import type { NginxTree } from "../tree/nginx-tree.ts";
import { treeRefusalInWords } from "../tree/tree-refusal.ts";

export type SampleView = { readonly tree: NginxTree; readonly servers: readonly NginxServer[] };

const ROOT = "/etc/nginx/nginx.conf";

/** A configuration for tests: the main file's `http` block, and other files by their path below its folder. */
export const sampleView = (
  http: string,
  others: Readonly<Record<string, string>> = {},
  options: Omit<ServersWish, "tree"> = {},
): SampleView => {
  const files = new Map([[ROOT, Buffer.from(`events {}\nhttp {\n${http}\n}\n`)]]);
  for (const [path, text] of Object.entries(others))
    files.set(path.startsWith("/") ? path : `/etc/nginx/${path}`, Buffer.from(text));
  const ordered = includedFiles({ root: ROOT, files });
  const loaded = ordered.kind === "ordered" ? loadTree({ root: ROOT, files: ordered.files }) : ordered;
  if (loaded.kind === "refused") throw new Error(treeRefusalInWords(loaded.because));
  return { tree: loaded.tree, servers: readServers({ ...options, tree: loaded.tree }) };
};

/** The first server of a configuration in which there is one. */
export const firstServer = ({ servers }: SampleView): NginxServer => {
  const [server] = servers;
  if (!server) throw new Error("no server");
  return server;
};

const readSampleBuild = (): NginxBuild => {
  const read = parseBuild(
    "nginx version: nginx/1.22.1\nbuilt with OpenSSL 3.0.19\nconfigure arguments: --with-http_ssl_module --with-http_v2_module",
  );
  if (read.kind === "no-build") throw new Error("no build");
  return read.build;
};

/** Debian 12's, as far as it matters. */
export const SAMPLE_BUILD: NginxBuild = readSampleBuild();

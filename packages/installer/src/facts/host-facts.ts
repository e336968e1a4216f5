import type { NginxBuild, NginxFiles, TreeWish } from "../nginx/index.ts";

import type { ServerCommands } from "../script/index.ts";

export type FileFacts = {
  /** Octal digits, such as `0640`. */
  readonly mode: string;
  /** `uid:gid`. */
  readonly owner: string;
  /** Hex; nothing for keys, which are not read. */
  readonly sha256: string | undefined;
};

export type SystemFacts = {
  /** What `uname -s` says. */
  readonly kernel: string;
  readonly hostname: string;
  /** Names the distribution, as os-release does: `debian`, `alpine`, `rhel`, or nothing. */
  readonly distribution: string | undefined;
  readonly selinux: "Enforcing" | "Permissive" | "Disabled" | undefined;
  readonly tools: ReadonlySet<string>;
};

/** A running nginx, and its configuration as it itself has read it. */
export type NginxFacts = {
  readonly kind: "nginx";
  readonly build: NginxBuild;
  /** What relative paths of document roots are below, with no slash at its end. */
  readonly prefix: string;
  /** The main file. */
  readonly root: string;
  readonly files: NginxFiles;
  readonly realPaths: NonNullable<TreeWish["realPaths"]>;
  readonly commands: ServerCommands;
};

export type HostFacts = {
  readonly system: SystemFacts;
  readonly server: NginxFacts;
  /** By absolute path: of the configuration, the certificates and keys it names, and our own earlier ones. */
  readonly fileFacts: ReadonlyMap<string, FileFacts>;
  /** The certificates in the files that the configuration names, leaf first, by absolute path. */
  readonly certificates: ReadonlyMap<string, string>;
};

/** Why nothing can be installed there. */
export type HostRefusal =
  /** What came back is not what our script says. */
  | { readonly kind: "unanswered" }
  | { readonly kind: "not-root" }
  | { readonly kind: "unsupported-system"; readonly kernel: string }
  | { readonly kind: "panel"; readonly panel: string }
  | { readonly kind: "not-running" }
  | { readonly kind: "apache" }
  | { readonly kind: "several"; readonly commandLines: readonly string[] }
  | { readonly kind: "in-container" }
  /** The server's own test is red before anything was touched. */
  | { readonly kind: "red"; readonly output: string }
  | { readonly kind: "unreadable"; readonly what: string };

export type ReadHost =
  | { readonly kind: "facts"; readonly facts: HostFacts }
  | { readonly kind: "refused"; readonly because: HostRefusal };

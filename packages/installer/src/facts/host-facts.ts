import type { ApacheSource, ServerBuild } from "../apache/index.ts";
import type { NginxBuild, NginxFiles } from "../nginx/index.ts";
import type { ServerCommands } from "../script/index.ts";
import type { Listening } from "./listening.ts";

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

/** What is known of every web server, whichever it is. */
type ServerFacts = {
  /** The main file of its configuration. */
  readonly root: string;
  /** The files of its configuration by absolute path, as the server names them. */
  readonly files: NginxFiles;
  /** Where a path that is a link leads to. */
  readonly realPaths: ReadonlyMap<string, string>;
  readonly listens: readonly Listening[];
  readonly commands: ServerCommands;
};

/** A running nginx, and its configuration as it itself has read it. */
export type NginxFacts = ServerFacts & {
  readonly kind: "nginx";
  readonly build: NginxBuild;
  /** What relative paths of document roots are below, with no slash at its end. */
  readonly prefix: string;
};

/** A running Apache, with its files and its own dumps of them. */
export type ApacheFacts = ServerFacts & {
  readonly kind: "apache";
  readonly build: ServerBuild;
  readonly source: ApacheSource;
  /** Where other programs of the host listen. */
  readonly listensElsewhere: readonly Listening[];
  /** What it prints for `-t` with all the dumps it knows. */
  readonly dump: string;
  /** What relative paths are below. */
  readonly serverRoot: string;
  /** Hex SHA-256 of the public keys of the private ones that it names, by absolute path; nothing for what is no key. */
  readonly publicKeys: ReadonlyMap<string, string | undefined>;
  /** Modules that Debian's way may enable: the content of each file below `mods-available`, by its path. */
  readonly available: ReadonlyMap<string, string>;
  /** The folders in which a module's file lies, by its name without `mod_`. */
  readonly moduleFolders: ReadonlyMap<string, string>;
};

export type WebServerFacts = NginxFacts | ApacheFacts;

export type HostFacts = {
  readonly system: SystemFacts;
  readonly server: WebServerFacts;
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
  /** Several servers, of which none or more than one answers visitors. */
  | { readonly kind: "several"; readonly commandLines: readonly string[] }
  | { readonly kind: "in-container" }
  /** The server's own test is red before anything was touched. */
  | { readonly kind: "red"; readonly output: string }
  | { readonly kind: "unreadable"; readonly what: string };

export type ReadHost =
  /** `others` answer on the ports of the web as well; which is meant depends on the name. */
  | { readonly kind: "facts"; readonly facts: HostFacts; readonly others: readonly HostFacts[] }
  | { readonly kind: "refused"; readonly because: HostRefusal };

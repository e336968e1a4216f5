import type { Endpoint, InstallStep } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import type { ServerCommands, Watched } from "../script/index.ts";
import type { ConfigLink } from "./web-server-config.ts";

/** A file of the plan, all but the key's content, which nobody has seen yet. */
export type PlannedFile = {
  readonly path: string;
  readonly mode: string;
  readonly owner: string;
  /** Hex SHA-256 of what stands there now, or `absent`. */
  readonly before: string;
  readonly content: { readonly kind: "bytes"; readonly bytes: Buffer } | { readonly kind: "key" };
};

/** What installing a certificate on a host will do, all of it, as data. */
export type HostPlan = {
  readonly name: DomainName;
  /** Why it is this virtual host, in words. */
  readonly because: string;
  readonly hadTls: boolean;
  /** Hex SHA-256 of the leaf's DER. */
  readonly sha256: string;
  /** Hex SHA-256 of its public key. */
  readonly publicKeySha256: string;
  readonly redirects: boolean;
  readonly folders: readonly { readonly path: string; readonly mode: string }[];
  /** Made once the new files are there. */
  readonly links: readonly ConfigLink[];
  readonly files: readonly PlannedFile[];
  readonly watched: readonly Watched[];
  readonly commands: ServerCommands;
  /** The dry run, line by line. */
  readonly steps: readonly InstallStep[];
  readonly notes: readonly string[];
  /** Where the site answers over TLS, when the configuration says an address. */
  readonly endpoints: readonly Endpoint[];
  /** Names that will be served with the new certificate, and names of other sites, which must not change. */
  readonly affected: readonly string[];
  readonly neighbours: readonly DomainName[];
  /** Those of them that have no certificate of their own and are shown that of the default. */
  readonly borrowing: readonly DomainName[];
  /** Hex SHA-256 over everything that will be done: equal for equal plans. */
  readonly digest: string;
};

export type PlannedHost =
  | { readonly kind: "planned"; readonly plan: HostPlan }
  | { readonly kind: "site-unknown" }
  | { readonly kind: "refused"; readonly because: string };

import type { Endpoint, Site } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import type { HostFacts } from "../facts/index.ts";
import type { KeyFamily } from "./key-family.ts";

/** A file of a configuration as it is and as it shall be. */
export type ConfigChange = { readonly path: string; readonly before: Buffer; readonly after: Buffer };

/** A symbolic link that enables a part of a configuration, such as a module on Debian. */
export type ConfigLink = { readonly path: string; readonly to: string };

export type FoundSite =
  /** `speaksTls` when it serves this name over TLS today. */
  | { readonly kind: "found"; readonly speaksTls: boolean; readonly because: string }
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly because: string };

export type PairWish = {
  readonly name: DomainName;
  /** The names in the certificate. */
  readonly names: readonly string[];
  readonly keyFamily: KeyFamily;
  /** Where the leaf with its intermediates behind it will lie, and its key. */
  readonly certificatePath: string;
  readonly keyPath: string;
  readonly redirect: boolean;
  readonly hsts: boolean;
};

/** How a configuration has to change so that a site serves a pair. */
export type PairPlan = {
  /** Why it is this virtual host, in words. */
  readonly because: string;
  readonly hadTls: boolean;
  readonly links: readonly ConfigLink[];
  readonly changes: readonly ConfigChange[];
  /** Loads the pair where no visitor is, before anything names it; nothing where the server's own test does that. */
  readonly trial: readonly string[] | undefined;
  /** Certificates and the key that the site has now, by absolute path. */
  readonly certificates: readonly string[];
  readonly key: string | undefined;
  readonly notes: readonly string[];
  readonly endpoints: readonly Endpoint[];
  readonly affected: readonly string[];
  readonly neighbours: readonly DomainName[];
};

export type PlannedPair =
  | ({ readonly kind: "planned" } & PairPlan)
  | { readonly kind: "site-unknown" }
  | { readonly kind: "refused"; readonly because: string };

/** Below which an authority looks for its file: BR §3.2.2.4.18, or RFC 8555 §8.3. */
export type ValidationFolder = "pki-validation" | "acme-challenge";

export type LocationWish = {
  readonly name: DomainName;
  readonly folder: ValidationFolder;
  /** The folder on the host in which the files will lie. */
  readonly files: string;
};

export type PlannedLocation =
  | { readonly kind: "planned"; readonly changes: readonly ConfigChange[] }
  | { readonly kind: "refused"; readonly because: string };

/**
 * The configuration of a running web server, read by us as it read it itself. What differs between servers is behind
 * these verbs; none of them changes anything.
 */
export type WebServerConfig = {
  readonly facts: HostFacts;
  /** As people call the server. */
  readonly title: string;
  /** With its version. */
  readonly software: string;
  readonly sites: readonly Site[];
  find(name: DomainName): FoundSite;
  /** The first name of the site that answers for a name: over plain HTTP, else over TLS. */
  siteFor(name: DomainName): DomainName | undefined;
  /** The leaf that it has for a name over TLS, as PEM, as far as it was read. */
  certificateOf(name: DomainName): string | undefined;
  /** The folder whose files it shows for a name over plain HTTP. */
  plainRootOf(name: DomainName): string | undefined;
  planPair(wish: PairWish): PlannedPair;
  /** Lets the site answer for validation files past its rewrites, proxies and passwords. */
  planLocation(wish: LocationWish): PlannedLocation;
  /** Takes out what `planLocation` put in for a folder of files, byte for byte; nothing when nothing is left of it. */
  planLocationRemoval(files: string): readonly ConfigChange[];
};

export type ReadConfig =
  | { readonly kind: "read"; readonly config: WebServerConfig }
  | { readonly kind: "refused"; readonly because: string };

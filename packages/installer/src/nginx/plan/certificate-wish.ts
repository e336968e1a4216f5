import type { NginxBuild } from "../dump/nginx-build.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import type { ServersWish } from "../servers/read-servers.ts";

/** nginx holds one certificate of each kind for a server. */
export type KeyFamily = "rsa" | "ecdsa";

/** The options for reading servers are those with which `servers` were read. */
export type CertificateWish = ServersWish & {
  /** All servers of the tree (`readServers`). */
  readonly servers: readonly NginxServer[];
  /** The one that shall serve the certificate (`whichServer`). */
  readonly target: NginxServer;
  readonly build: NginxBuild;
  /** Where the leaf with its intermediates behind it will lie on the host. */
  readonly certificatePath: string;
  readonly keyPath: string;
  readonly keyFamily: KeyFamily;
  /** The names in the certificate: servers that have no others may get it too, where they share a definition. */
  readonly names: readonly string[];
  /** What the certificate files in place hold, by their path as the configuration writes it, as far as known. */
  readonly keyFamilies?: ReadonlyMap<string, KeyFamily>;
  /** For a server that gets its first TLS listener; off unless wanted. */
  readonly http2?: boolean;
  /** Plain HTTP is redirected to HTTPS; off unless wanted. */
  readonly redirect?: boolean;
  /** Browsers are told to use nothing but HTTPS for two years; off unless wanted. */
  readonly hsts?: boolean;
};

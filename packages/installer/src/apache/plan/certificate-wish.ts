import type { ServerVersion } from "../dump/server-build.ts";
import type { ApacheReading } from "../read-apache.ts";

/** Apache holds one certificate of each kind for a virtual host. */
export type KeyFamily = "rsa" | "ecdsa";

/** How modules are enabled. */
export type Distribution = "debian" | "suse" | "rhel" | "other";

export type CertificateWish = {
  /** What is there (`readApache`). */
  readonly reading: ApacheReading;
  /** The name that shall serve the certificate. */
  readonly name: string;
  /** The addresses of the host on which it shall; at least one. */
  readonly addresses: readonly string[];
  /** Where the leaf with its intermediates behind it will lie on the host. */
  readonly certificatePath: string;
  readonly keyPath: string;
  readonly keyFamily: KeyFamily;
  /** The names in the certificate: hosts that have no others may get it too, where they share a definition. */
  readonly names: readonly string[];
  /** What the certificate files in place hold, by their path as the configuration writes it, as far as known. */
  readonly keyFamilies?: ReadonlyMap<string, KeyFamily>;
  readonly distribution: Distribution;
  /** The folder in which a module's file lies, with a slash behind, by its name without `mod_`, as far as known. */
  readonly moduleFolders?: ReadonlyMap<string, string>;
  /** The OpenSSL that mod_ssl uses, as far as known. */
  readonly openssl?: ServerVersion;
  /** Where the server listens for plain HTTP and for HTTPS, when something before it maps other ports to them. */
  readonly ports?: SitePorts;
  /** Plain HTTP is redirected to HTTPS; off unless wanted. */
  readonly redirect?: boolean;
  /** Browsers are told to use nothing but HTTPS for two years; off unless wanted. */
  readonly hsts?: boolean;
};

export type SitePorts = { readonly http: number; readonly https: number };

/** The ports of the wish, or the usual ones. */
export const portsOf = ({ ports }: CertificateWish): SitePorts => ports ?? { http: 80, https: 443 };

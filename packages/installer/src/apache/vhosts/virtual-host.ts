import type { DumpPosition } from "../dump/vhost-dump.ts";
import type { Active, Enclosure } from "../tree/active.ts";
import type { HostAddress } from "./host-address.ts";

/** One `<VirtualHost>` that the server acts upon. */
export type VirtualHost = {
  readonly at: DumpPosition;
  readonly addresses: readonly HostAddress[];
  /** Without scheme and port, as it is written. */
  readonly serverName: string | undefined;
  /** With wildcards `*` and `?`, as they are written. */
  readonly aliases: readonly string[];
  readonly documentRoot: string | undefined;
  readonly tls: TlsSettings;
  /** The conditions it stands under, such as `<IfModule mod_ssl.c>`, from the outermost in. */
  readonly conditions: readonly Enclosure[];
  readonly origin: HostOrigin;
  readonly own: Enclosure;
  /** Its directives, those of included files too, in the order of reading. Those in sections inside of it as well. */
  readonly actives: readonly Active[];
};

export type HostOrigin =
  | { readonly kind: "file" }
  | { readonly kind: "macro"; readonly name: string }
  /** A control panel writes this file anew whenever it likes. */
  | { readonly kind: "panel"; readonly panel: string };

/** The value of a directive and where it comes from. */
export type Setting = {
  readonly value: string;
  readonly active: Active;
  /** Whether it stands outside of the virtual host and holds for others too. */
  readonly isInherited: boolean;
};

export type TlsSettings = {
  /** `on`, `off`, `optional`, as it is after inheritance. */
  readonly engine: string | undefined;
  /** Certificates with their keys, in the order in which the server loads them. */
  readonly pairs: readonly CertificatePair[];
  readonly chain: Setting | undefined;
};

/** Without `key` the private key stands in the certificate's file. */
export type CertificatePair = { readonly certificate: Setting; readonly key: Setting | undefined };

/** The virtual hosts in the order of reading, and what is set outside of them. */
export type ServerView = {
  readonly hosts: readonly VirtualHost[];
  readonly serverActives: readonly Active[];
  readonly listens: readonly Active[];
};

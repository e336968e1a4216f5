import type { Placed } from "../tree/nginx-tree.ts";

/** One address and port on which a server block listens. */
export type Listen = {
  /** `host` is a name that nginx looks up when it starts; we do not. */
  readonly family: "ipv4" | "ipv6" | "host";
  /** `*`, `[::]`, `192.0.2.1`, `[2001:db8::1]` or a host name: equal texts are equal addresses. */
  readonly address: string;
  readonly firstPort: number;
  /** The same as the first, unless a range was given. */
  readonly lastPort: number;
  readonly isSsl: boolean;
  readonly isQuic: boolean;
  readonly isHttp2: boolean;
  readonly isDefault: boolean;
  readonly hasProxyProtocol: boolean;
  /** Whether an IPv6 wildcard takes IPv4 connections too (`ipv6only=off`). */
  readonly takesIpv4: boolean;
  /** Options that may be said only once for an address, such as `reuseport` or `backlog=`. */
  readonly hasSocketOptions: boolean;
  /** Nothing where nginx listens because it was told nothing. */
  readonly placed: Placed | undefined;
};

export const isWildcard = ({ address }: Listen): boolean => address === "*" || address === "[::]";

export const coversPort = ({ firstPort, lastPort }: Listen, port: number): boolean =>
  firstPort <= port && port <= lastPort;

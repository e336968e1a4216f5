import type { Endpoint } from "./net/endpoint.ts";

/** Milliseconds of real time, whatever the clock port says: a socket waits in the real world. */
export type Timeouts = {
  /** One question to one server over one transport. */
  readonly question: number;
  /** Opening one TCP connection. */
  readonly connection: number;
  /** One whole fetch: names, redirects, body. */
  readonly fetch: number;
  /** One whole TLS look at one address. */
  readonly handshake: number;
};

/** A place to look from. */
export type Vantage = {
  /**
   * Recursive resolvers, asked in this order. DNSSEC states are theirs to tell: they must validate, and the way to them
   * must be trusted, because the AD bit is not signed (RFC 6840 §5.7).
   */
  readonly resolvers: readonly Endpoint[];
  /** The local address that questions and connections leave from; addresses of the other family are not tried then. */
  readonly sourceAddress?: string;
};

/** Where the probe asks, and what it takes for the outside. Plain JSON. */
export type ProbeSettings = Vantage & {
  /** Trusted roots, each a PEM text; `rootCertificates` of `node:tls` for those of the platform. */
  readonly roots: readonly string[];
  /** Addresses by name that stand in for DNS, as in a hosts file; `*.example.test` stands for every label below. */
  readonly addresses?: Readonly<Record<string, readonly string[]>>;
  /** From the port a CA or a visitor would use to the one really asked, such as `{ "80": 8080, "443": 8443 }`. */
  readonly ports?: Readonly<Record<number, number>>;
  /** Where authoritative name servers are asked; 53 when absent. */
  readonly nameServerPort?: number;
  /** Whether `http` connects to addresses that are not on the public internet; see `createPublicAddressCheck`. */
  readonly allowPrivateAddresses?: boolean;
  readonly timeouts?: Partial<Timeouts>;
  /** Questions under way at once, and likewise connections; 64 when absent. */
  readonly concurrency?: number;
  readonly perspectives?: readonly (Vantage & { readonly name: string })[];
};

export const DEFAULT_TIMEOUTS: Timeouts = { question: 2_500, connection: 4_000, fetch: 15_000, handshake: 6_000 };
export const DEFAULT_CONCURRENCY = 64;
export const NAME_SERVER_PORT = 53;

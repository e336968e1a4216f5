import type { CaaRecord, DomainName, Instant } from "@hostseal/rules";

/**
 * A look from outside: a DNS question, an HTTP fetch as a CA would make it, a TLS handshake.
 *
 * A probe only reports. Whatever the world answers, however broken, is a value; a probe fails only when it was asked
 * nonsense. Answers of other people's servers are bounded in size, time and count.
 */
export interface Probe {
  /** One question to the configured resolver, UDP and then TCP when truncated. */
  dns(question: DnsQuestion): Promise<DnsAnswer>;
  /** The records that decide about issuance: the climb from the name to its parents (RFC 8659 §3). */
  caa(name: DomainName): Promise<CaaLookup>;
  /** The same question put to every authoritative name server of the zone that holds the name. */
  dnsEverywhere(question: DnsQuestion): Promise<readonly NameServerAnswer[]>;
  /** GET over HTTP; only 301, 302, 307 and 308 are followed, only to ports a CA may use (BR §3.2.2.4.18). */
  http(request: HttpRequest): Promise<HttpObservation>;
  /** One handshake for each address of the name, or for the given endpoints. Nothing served is trusted; all is reported. */
  tls(request: TlsRequest): Promise<TlsObservation>;
  /** The same looks from other places (MPIC, BR §3.2.2.9): other resolvers, other source addresses. */
  readonly perspectives?: readonly { readonly name: string; readonly probe: Pick<Probe, "dns" | "caa" | "http"> }[];
}

export type DnsType = "A" | "AAAA" | "TXT" | "CNAME" | "CAA" | "NS" | "SOA" | "MX";
export type DnsQuestion = { readonly name: string; readonly type: DnsType };
/** `value` in presentation form: an address, a host name without final dot, the joined TXT string, `0 issue "ca.example"`. */
export type DnsRecord = { readonly name: string; readonly type: DnsType; readonly ttl: number; readonly value: string };

/** What the resolver says of the signatures: `secure` (AD bit), `insecure` or not told. Bogus is a failure of its own. */
export type DnssecState = "secure" | "insecure";
export type DnsFailure = "timeout" | "servfail" | "bogus" | "refused" | "not-implemented" | "malformed" | "unreachable";

export type DnsAnswer =
  | { readonly kind: "records"; readonly records: readonly DnsRecord[]; readonly dnssec: DnssecState }
  | { readonly kind: "no-records"; readonly dnssec: DnssecState }
  | { readonly kind: "no-such-name"; readonly dnssec: DnssecState }
  | { readonly kind: "failed"; readonly because: DnsFailure; readonly server: string };

export type NameServerAnswer = { readonly server: string; readonly address: string; readonly answer: DnsAnswer };

export type CaaLookup =
  | {
      readonly kind: "found";
      readonly at: string;
      readonly records: readonly CaaRecord[];
      readonly dnssec: DnssecState;
    }
  | { readonly kind: "none"; readonly dnssec: DnssecState }
  | { readonly kind: "failed"; readonly at: string; readonly because: DnsFailure; readonly server: string };

export type HttpRequest = {
  /** `http:` or `https:`; the host is a name. */
  readonly url: string;
};
export type HttpHop = { readonly url: string; readonly status: number; readonly location?: string };
export type HttpObservation =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly body: string;
      readonly hops: readonly HttpHop[];
      readonly address: string;
    }
  | {
      readonly kind: "failed";
      readonly because:
        | "no-address"
        | "refused"
        | "timeout"
        | "tls"
        | "redirect-status"
        | "redirect-port"
        | "redirect-scheme"
        | "too-many-redirects"
        | "malformed"
        | "reset";
      readonly hops: readonly HttpHop[];
      readonly detail: string;
    };

export type TlsRequest = {
  /** Sent as SNI; for a wildcard ask a name below it. */
  readonly name: DomainName;
  readonly port?: number;
  readonly endpoints?: readonly { readonly address: string; readonly port: number }[];
};
export type TlsObservation = {
  readonly name: DomainName;
  readonly lookedAt: Instant;
  /** Empty when the name has no address. */
  readonly endpoints: readonly TlsEndpoint[];
};
export type TlsEndpoint =
  | {
      readonly kind: "served";
      readonly address: string;
      readonly port: number;
      readonly protocol: string;
      /** Hex SHA-256 over the DER of the leaf. */
      readonly sha256: string;
      readonly serial: string;
      readonly names: readonly string[];
      readonly notBefore: Instant;
      readonly notAfter: Instant;
      readonly chain: ChainState;
    }
  | {
      readonly kind: "failed";
      readonly address: string;
      readonly port: number;
      readonly because: "refused" | "timeout" | "reset" | "handshake" | "unreachable";
      readonly detail: string;
    };
/** Whether what was served leads to a trusted root at the time of the look. */
export type ChainState =
  | { readonly kind: "complete" }
  | { readonly kind: "incomplete"; readonly missingIssuer: string }
  | { readonly kind: "broken"; readonly because: string };

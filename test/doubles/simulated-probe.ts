import type {
  CaaLookup,
  DnsAnswer,
  DnsType,
  Endpoint,
  HttpObservation,
  Probe,
  TlsEndpoint,
  TlsObservation,
} from "@hostseal/core";
import type { SimulatedOutside } from "./simulated-outside.ts";

export type SimulatedProbeSettings = {
  readonly outside: SimulatedOutside;
  readonly now: () => number;
  /** What a look for CAA records finds. */
  readonly caa: () => CaaLookup;
};

const valuesOf = (outside: SimulatedOutside, name: string, type: DnsType): readonly string[] => {
  if (type === "TXT") return outside.txt(name);
  if (type === "CNAME") return outside.cname(name);
  return type === "SOA" || type === "MX" ? ["there"] : [];
};

/** A look at the simulated world. */
export const createSimulatedProbe = ({ outside, now, caa }: SimulatedProbeSettings): Probe => ({
  dns: async ({ name, type }): Promise<DnsAnswer> => {
    const records = valuesOf(outside, name, type).map((value) => ({ name, type, ttl: 60, value }));
    return records.length === 0
      ? { kind: "no-records", dnssec: "insecure" }
      : { kind: "records", dnssec: "insecure", records };
  },
  caa: async () => caa(),
  dnsEverywhere: async () => [],
  http: async ({ url }): Promise<HttpObservation> => {
    const body = outside.file(url);
    const status = body === undefined ? 404 : 200;
    return { kind: "answered", status, body: body ?? "", hops: [], address: "127.0.0.1" };
  },
  tls: async ({ name, endpoints }): Promise<TlsObservation> => {
    const seen = outside.served(name).filter(({ endpoint }) => isAsked(endpoint, endpoints));
    return { name, lookedAt: now(), endpoints: seen.map((one) => toEndpoint(name, one)) };
  },
});

const isAsked = ({ address }: Endpoint, asked: readonly Endpoint[] | undefined): boolean =>
  asked === undefined || asked.some((one) => one.address === address);

const toEndpoint = (name: string, { endpoint, sha256 }: ReturnType<SimulatedOutside["served"]>[number]): TlsEndpoint =>
  sha256 === undefined
    ? { kind: "failed", ...endpoint, because: "refused", detail: "nothing listens" }
    : {
        kind: "served",
        ...endpoint,
        protocol: "TLSv1.3",
        sha256,
        serial: "00",
        names: [name],
        notBefore: 0,
        notAfter: 0,
        chain: { kind: "complete" },
      };

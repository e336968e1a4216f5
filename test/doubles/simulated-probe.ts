import type { CaaLookup, DnsAnswer, DnsType, HttpObservation, Probe, TlsObservation } from "@hostseal/core";
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

const PLACE = { address: "127.0.0.1", port: 443 };

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
    return { kind: "answered", status, body: body ?? "", hops: [], address: PLACE.address };
  },
  tls: async ({ name }): Promise<TlsObservation> => {
    const sha256 = outside.served(name);
    const failed = { kind: "failed", ...PLACE, because: "refused", detail: "nothing listens" } as const;
    if (sha256 === undefined) return { name, lookedAt: now(), endpoints: [failed] };
    const facts = { protocol: "TLSv1.3", sha256, serial: "00", names: [name], notBefore: 0, notAfter: 0 };
    return { name, lookedAt: now(), endpoints: [{ kind: "served", ...PLACE, ...facts, chain: { kind: "complete" } }] };
  },
});

import type { Probe, TlsObservation } from "@hostseal/core";

export type SimulatedOutside = {
  /** TXT values at a host. */
  readonly txt: (host: string) => readonly string[];
  /** The fingerprint that is served, if anything is. */
  readonly served: () => string | undefined;
  readonly now: () => number;
};

/** A look at the simulated world. */
export const createSimulatedProbe = ({ txt, served, now }: SimulatedOutside): Probe => ({
  dns: async ({ name, type }) => {
    const values = type === "TXT" ? txt(name) : type === "SOA" || type === "MX" ? ["there"] : [];
    if (values.length === 0) return { kind: "no-records", dnssec: "insecure" };
    return { kind: "records", dnssec: "insecure", records: values.map((value) => ({ name, type, ttl: 60, value })) };
  },
  caa: async () => ({ kind: "none", dnssec: "insecure" }),
  dnsEverywhere: async () => [],
  http: async () => ({ kind: "failed", because: "refused", hops: [], detail: "nothing listens" }),
  tls: async ({ name }): Promise<TlsObservation> => {
    const sha256 = served();
    const place = { address: "127.0.0.1", port: 443 };
    const failed = { kind: "failed", ...place, because: "refused", detail: "nothing listens" } as const;
    if (sha256 === undefined) return { name, lookedAt: now(), endpoints: [failed] };
    const facts = { protocol: "TLSv1.3", sha256, serial: "00", names: [name], notBefore: 0, notAfter: 0 };
    return { name, lookedAt: now(), endpoints: [{ kind: "served", ...place, ...facts, chain: { kind: "complete" } }] };
  },
});

import type { Probe } from "@hostseal/core";
import { createProbe, type ProbeSettings } from "@hostseal/probe";
import { randomBytes } from "node:crypto";

/** A probe over real sockets; the clock stands still, as DNS does not need one. */
export const probeOf = (settings: Partial<ProbeSettings> & Pick<ProbeSettings, "resolvers">): Probe =>
  createProbe(
    { roots: [], ...settings },
    {
      clock: { now: () => Date.UTC(2026, 10, 21), until: async () => {} },
      random: { bytes: (count) => new Uint8Array(randomBytes(count)) },
    },
  );

/** Whether a server answers for a zone. */
export const answersFor = async (zone: string, address: string, port: number): Promise<boolean> => {
  const probe = probeOf({ resolvers: [{ address, port }], timeouts: { question: 500 } });
  return (await probe.dns({ name: zone, type: "SOA" })).kind === "records";
};

import type { Clock, Probe, Random } from "@hostseal/core";
import { randomBytes } from "node:crypto";
import { createProbe, type ProbeSettings } from "../src/index.ts";
import type { DomainName, Instant } from "@hostseal/rules";

export const asName = (text: string): DomainName => text as DomainName;
export const LOOPBACK = "127.0.0.1";

/** A moment well inside the validity of what the tests issue. */
export const NOON = Date.UTC(2026, 10, 21, 12);
export const stoppedClock = (now: Instant = NOON): Clock => ({ now: () => now, until: async () => {} });
export const random: Random = { bytes: (count) => new Uint8Array(randomBytes(count)) };

/** For those that are expected never to answer. */
export const IMPATIENT = { question: 200, connection: 300, fetch: 300, handshake: 300 };

/** A probe that asks loopback. */
export const probeOf = (settings: Partial<ProbeSettings>, clock: Clock = stoppedClock()): Probe =>
  createProbe(
    {
      resolvers: [{ address: LOOPBACK, port: 9 }],
      roots: [],
      allowPrivateAddresses: true,
      ...settings,
    },
    { clock, random },
  );

import type { Random } from "@hostseal/core";
import type { SecureContext } from "node:tls";
import { createGate, type Gate } from "./net/gate.ts";
import { createPublicAddressCheck } from "./net/public-address.ts";
import { createLookingContext } from "./net/shake-hands.ts";
import { DEFAULT_CONCURRENCY, DEFAULT_TIMEOUTS, type ProbeSettings, type Timeouts } from "./settings.ts";

/** What all vantage points of a probe share. */
export type Equipment = {
  readonly random: Random;
  readonly timeouts: Timeouts;
  readonly pinned: ReadonlyMap<string, readonly string[]>;
  readonly context: SecureContext;
  /** Around each question. */
  readonly questions: Gate;
  /** Around each fetch and each handshake; a fetch asks questions, so the two gates are two. */
  readonly connections: Gate;
  readonly isAllowed: (address: string) => boolean;
  readonly toRealPort: (port: number) => number;
};

export const createEquipment = (settings: ProbeSettings, random: Random): Equipment => {
  const { addresses = {}, ports = {}, concurrency = DEFAULT_CONCURRENCY, allowPrivateAddresses = false } = settings;
  return {
    random,
    timeouts: { ...DEFAULT_TIMEOUTS, ...settings.timeouts },
    pinned: new Map(Object.entries(addresses)),
    context: createLookingContext(),
    questions: createGate(concurrency),
    connections: createGate(concurrency),
    isAllowed: allowPrivateAddresses ? () => true : createPublicAddressCheck(),
    toRealPort: (port) => ports[port] ?? port,
  };
};

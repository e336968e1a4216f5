import type { CaaLookup, TlsObservation, TlsRequest } from "@hostseal/core";

/** The rules' words that the port speaks, taken from the port itself: the probe knows nothing else of the rules. */
export type DomainName = TlsRequest["name"];
export type Instant = TlsObservation["lookedAt"];
export type CaaRecord = Extract<CaaLookup, { kind: "found" }>["records"][number];

import type { Instant } from "@hostseal/rules";
import type { FleetEventOf, HostOutcome } from "./fleet-event.ts";

/** A run on the host of whose end nothing is known: the host is asked before anything is begun there again. */
type Unsettled = { readonly unsettled: string | undefined };

export type HostState =
  | ({ readonly kind: "queued" } & Unsettled)
  | ({ readonly kind: "skipped" } & Unsettled)
  | {
      readonly kind: "running";
      readonly unsettled: string;
      readonly step: string;
      readonly since: Instant;
    }
  | { readonly kind: "done"; readonly outcome: HostOutcome }
  | ({
      readonly kind: "failed";
      readonly code: string;
      readonly sentence: string;
      readonly fix: string;
      readonly retryAt: Instant | undefined;
    } & Unsettled);

/** All that is known of a fleet: the sum of its events. */
export type FleetState = {
  /** By name, in the order of the waves. */
  readonly hosts: ReadonlyMap<string, HostState>;
  readonly waves: readonly (readonly string[])[];
  /** The wave at work, from 0. */
  readonly wave: number;
  /** When changes were begun, the oldest first. */
  readonly changes: readonly Instant[];
  readonly stopped: FleetEventOf<"fleet.stopped">["because"] | undefined;
  /** Until when no further change may begin. */
  readonly pacedUntil: Instant | undefined;
  readonly isEnded: boolean;
};

export const emptyFleet: FleetState = {
  hosts: new Map(),
  waves: [],
  wave: 0,
  changes: [],
  stopped: undefined,
  pacedUntil: undefined,
  isEnded: false,
};

/** The run of whose end nothing is known, when there is one. */
export const unsettledRun = (host: HostState | undefined): string | undefined =>
  host === undefined || host.kind === "done" ? undefined : host.unsettled;

export type FleetCounts = Readonly<Record<HostState["kind"], number>>;

export const countHosts = ({ hosts }: FleetState): FleetCounts => {
  const counts = { queued: 0, skipped: 0, running: 0, done: 0, failed: 0 };
  for (const { kind } of hosts.values()) counts[kind] += 1;
  return counts;
};

/** Hosts that failed and are not tried again. */
export const finalFailures = ({ hosts }: FleetState): number =>
  [...hosts.values()].filter((host) => host.kind === "failed" && host.retryAt === undefined).length;

/** Whether every host has what it should have. */
export const isComplete = ({ hosts }: FleetState): boolean => [...hosts.values()].every(({ kind }) => kind === "done");

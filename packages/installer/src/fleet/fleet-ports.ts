import type { Clock, Random } from "@hostseal/core";
import type { Became, FleetEvent, HostOutcome } from "./fleet-event.ts";

/** What is begun on one host, under a name by which the host can be asked for it later. */
export type HostRun = { readonly host: string; readonly run: string };

/** Where a fleet's events are kept, so that another process can go on. */
export type FleetJournal = {
  /** Resolves when the event would survive a power cut, and in the order of the calls. */
  append(event: FleetEvent): Promise<void>;
};

export type FleetPorts = {
  /** Installs everything on one host and proves it there, or leaves it as it was and fails. */
  readonly installOne: (one: HostRun, onStep: (step: string) => void) => Promise<HostOutcome>;
  /** Finishes or undoes on the host what a run has left there, and says which. */
  readonly whatBecame: (one: HostRun) => Promise<Became>;
  readonly journal: FleetJournal;
  readonly clock: Clock;
  readonly random: Random;
};

export type FleetHostPlace = {
  readonly id: string;
  /** The server that is logged in to first: its own, or the first jump host on the way. */
  readonly gateway: string;
};

export type FleetWish = {
  /** The waves in which hosts are worked on, each one when the one before is over. */
  readonly waves: readonly (readonly FleetHostPlace[])[];
  /** Hosts that are worked on at the same time, in all and through one gateway. */
  readonly parallel: number;
  readonly perGateway: number;
  /** With more hosts that have failed for good, nothing new is begun. */
  readonly mostFailures: number;
  /** Changes that may begin within any hour; as many as come when not given. */
  readonly perHour?: number;
  /** What the journal holds of a run before this one. */
  readonly past: readonly FleetEvent[];
  /** Asks to stop: nothing new is begun, and what runs comes to its end. */
  readonly signal?: AbortSignal;
};

import type { Instant } from "@hostseal/rules";

/**
 * The only source of time. A virtual clock may jump forward between two calls; it never goes back.
 */
export interface Clock {
  /** Epoch milliseconds, UTC. */
  now(): Instant;
  /** Resolves when `instant` has come, at once if it has passed; rejects with the signal's reason when aborted. */
  until(instant: Instant, signal?: AbortSignal): Promise<void>;
}

import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Solved } from "./challenge.ts";
import { networkOf } from "./network-of.ts";

/** How often somebody may ask. */
export type TrackingLimits = {
  /** Counts one search from an address of the network. */
  maySearch(address: string, way: Solved): Promise<boolean>;
  /** Counts one message to a mailbox. */
  mayWrite(email: string): Promise<boolean>;
};

const QUARTER = 15 * 60;
const HOUR = 60 * 60;
/** A sum is easier for a machine than work is, so it counts for more; what is not solved counts as well. */
const COSTS = { work: 1, answer: 4, none: 2 } as const;

const isWithin = async (limiter: RateLimiterMemory, key: string, points: number): Promise<boolean> =>
  limiter.consume(key, points).then(
    () => true,
    () => false,
  );

export const createTrackingLimits = (): TrackingLimits => {
  const searches = new RateLimiterMemory({ points: 24, duration: QUARTER });
  const messages = new RateLimiterMemory({ points: 5, duration: HOUR });
  return {
    maySearch: (address, way) => isWithin(searches, networkOf(address), COSTS[way ?? "none"]),
    mayWrite: (email) => isWithin(messages, email.toLowerCase(), 1),
  };
};

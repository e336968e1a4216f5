import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "@hostseal/core";

/** Node's timers count in 32 bits; a longer wait is made of several. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The machine's clock, moved by `offset` milliseconds. */
export const createSystemClock = (offset = 0): Clock => {
  const now = (): number => Date.now() + offset;
  return {
    now,
    until: async (instant, signal) => {
      for (let left = instant - now(); left > 0; left = instant - now())
        await sleep(Math.min(left, LONGEST_TIMER), undefined, signal && { signal });
      signal?.throwIfAborted();
    },
  };
};

import { runDue } from "@hostseal/core";
import type { Advanced, OrderId } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import type { LocalWorld } from "../../composition/create-world.ts";

/** Orders that could not be worked on, and until when they are left alone. */
export type Stuck = Map<OrderId, Instant>;

/** More batches than a scheduler that falls behind needs; orders that stay due wait for the next round. */
const MOST_BATCHES = 1_000;

/** Settles everything that is due now, batch after batch until Ctrl-C, and says how many orders that were. */
export const runAllDue = async (
  world: LocalWorld,
  {
    onStep,
    stuck,
    signal,
  }: {
    readonly onStep: (advanced: Advanced) => void;
    readonly stuck: Stuck;
    readonly signal: AbortSignal;
  },
): Promise<number> => {
  let settled = 0;
  for (let batch = 0; batch < MOST_BATCHES && !signal.aborted; batch += 1) {
    const count = await runDue(world, onStep, stuck);
    if (count === 0) break;
    settled += count;
  }
  return settled;
};

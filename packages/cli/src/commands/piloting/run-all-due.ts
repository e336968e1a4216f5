import { runDue } from "@hostseal/core";
import type { Advanced } from "@hostseal/core";
import type { LocalWorld } from "../../composition/create-world.ts";

/** More batches than a scheduler that falls behind needs; orders that stay due wait for the next round. */
const MOST_BATCHES = 1_000;

/** Settles everything that is due now, batch after batch, and says how many orders that were. */
export const runAllDue = async (world: LocalWorld, onStep: (advanced: Advanced) => void): Promise<number> => {
  let settled = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const count = await runDue(world, onStep);
    if (count === 0) break;
    settled += count;
  }
  return settled;
};

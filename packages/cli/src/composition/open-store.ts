import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isFailure } from "@hostseal/core";
import type { EmbeddedStore } from "@hostseal/store";
import { createEmbeddedStore, diskFiles } from "@hostseal/store";
import type { Surroundings } from "./surroundings.ts";

/** How long another command may still be busy with the same data folder. */
const TRIES = 50;
const PAUSE = 200;

/**
 * Opens the orders of a data folder. Another process that is about to finish is waited for, ten seconds at most; then
 * it fails with `store.locked`.
 */
export const openStore = async ({ home, clock }: Surroundings): Promise<EmbeddedStore> => {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await createEmbeddedStore({ folder: join(home, "orders"), files: diskFiles, clock });
    } catch (thrown) {
      if (!isFailure(thrown, "store.locked") || left === 0) throw thrown;
      await sleep(PAUSE);
    }
  }
};

import { join } from "node:path";
import type { World } from "@hostseal/core";
import { createVault, diskFiles } from "@hostseal/store";
import type { Config } from "./config-schema.ts";
import type { Adapters } from "./create-adapters.ts";
import { createAdapters } from "./create-adapters.ts";
import { openStore } from "./open-store.ts";
import type { Surroundings } from "./surroundings.ts";

/** The world of one data folder. */
export type LocalWorld = World & Adapters & AsyncDisposable;

/**
 * Builds everything outside the core from a configuration and opens the data folder; the store stays locked for others
 * until the world is disposed of. Fails with `config.invalid` and `store.locked`, with nothing left open.
 */
export const createWorld = async (config: Config, around: Surroundings): Promise<LocalWorld> => {
  const { home, clock, random } = around;
  const adapters = await createAdapters(config, around);
  const store = await openStore(around);
  const keyFile = join(home, "vault.key");
  const vault = createVault({ folder: join(home, "orders"), keyFile, files: diskFiles, clock, random });
  return { ...adapters, store, vault, [Symbol.asyncDispose]: () => store.close() };
};

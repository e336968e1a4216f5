import { join } from "node:path";
import type { Store, World } from "@hostseal/core";
import { createSharedStore, createVault, diskFiles, type EmbeddedDocuments } from "@hostseal/store";
import type { Config } from "./config-schema.ts";
import type { Adapters } from "./create-adapters.ts";
import { createAdapters } from "./create-adapters.ts";
import { openDocuments } from "./open-documents.ts";
import { openStore } from "./open-store.ts";
import type { Surroundings } from "./surroundings.ts";

/** The world of one data folder. */
export type LocalWorld = World &
  Adapters &
  AsyncDisposable & {
    /** What belongs to the partner and to no order: who may come in, the brand, the prices. */
    readonly documents: EmbeddedDocuments;
  };

const furnished = (adapters: Adapters, store: Store, { home, clock, random }: Surroundings): LocalWorld => {
  const keyFile = join(home, "vault.key");
  const vault = createVault({ folder: join(home, "orders"), keyFile, files: diskFiles, clock, random });
  const documents = openDocuments(home);
  return { ...adapters, store, vault, documents, [Symbol.asyncDispose]: () => store.close() };
};

/**
 * Builds everything outside the core from a configuration and opens the data folder; the store stays locked for others
 * until the world is disposed of. Fails with `config.invalid` and `store.locked`, with nothing left open.
 */
export const createWorld = async (config: Config, around: Surroundings): Promise<LocalWorld> => {
  const adapters = await createAdapters(config, around);
  return furnished(adapters, await openStore(around), around);
};

/** Long enough that one page asks all its questions in one opening. */
const IDLE = 250;

/** The same for a program that stays up: the store is open only while it is used, and commands take turns with it. */
export const createSharedWorld = async (config: Config, around: Surroundings): Promise<LocalWorld> => {
  const adapters = await createAdapters(config, around);
  return furnished(adapters, createSharedStore({ open: () => openStore(around), idle: IDLE }), around);
};

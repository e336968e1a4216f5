import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmbeddedStore, createMemoryStore, createSharedStore, diskFiles } from "@hostseal/store";
import { describe, it, onTestFinished } from "vitest";
import type { StoreSubject } from "./store-check.ts";
import { storeClaimsContract, storeContract } from "./store-contract.ts";

const createHandClock = () => {
  let now = 1_000_000;
  return {
    now: () => now,
    passTime: (milliseconds: number) => {
      now += milliseconds;
    },
  };
};

const openMemory = async (): Promise<StoreSubject> => {
  const clock = createHandClock();
  return { store: createMemoryStore({ clock }), passTime: clock.passTime };
};

const openEmbedded = async (): Promise<StoreSubject> => {
  const clock = createHandClock();
  const folder = await mkdtemp(join(tmpdir(), "hostseal-store-"));
  const store = await createEmbeddedStore({ folder, files: diskFiles, clock });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  return { store, passTime: clock.passTime };
};

/** Closed after every single question, as often as it can be. */
const openShared = async (): Promise<StoreSubject> => {
  const clock = createHandClock();
  const folder = await mkdtemp(join(tmpdir(), "hostseal-store-"));
  const open = () => createEmbeddedStore({ folder, files: diskFiles, clock });
  const store = createSharedStore({ open, idle: 0 });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  return { store, passTime: clock.passTime };
};

const stores = [
  { title: "the memory store", open: openMemory, checks: [...storeContract, ...storeClaimsContract] },
  { title: "the embedded store", open: openEmbedded, checks: [...storeContract, ...storeClaimsContract] },
  { title: "the shared store", open: openShared, checks: storeContract },
];

describe.each(stores)("$title", ({ open, checks }) => {
  it.each(checks)("$name", async (check) => check.run(await open()));
});

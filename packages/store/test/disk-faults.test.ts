import { asId, isFailure } from "@hostseal/core";
import type { OrderId, Scope } from "@hostseal/core";
import { describe, expect, it, onTestFinished } from "vitest";
import { sampleChapter, sampleOrder, sampleStep, withoutChapter } from "@hostseal/core/sample-order";
import { diskFiles } from "../src/disk/disk-files.ts";
import type { EmbeddedStore } from "../src/embedded-store.ts";
import { createEmbeddedStore } from "../src/embedded-store.ts";
import type { Fault, FaultyFiles } from "./faulty-files.ts";
import { WRITE_STEPS, createFaultyFiles } from "./faulty-files.ts";
import { makeDataFolder } from "./temp-data-folder.ts";

const everything: Scope = { kind: "everything" };
const ID = asId<OrderId>("order-1");
const CODES = ["ENOSPC", "EIO"] as const;

const faults = WRITE_STEPS.flatMap((step) =>
  CODES.flatMap((code) => [true, false].map((lasting): Fault => ({ step, code, lasting }))),
);
const passing = faults.filter(({ lasting }) => !lasting);

const openFaulty = async (): Promise<FaultyFiles & { folder: string; store: EmbeddedStore }> => {
  const folder = await makeDataFolder();
  const faulty = createFaultyFiles(diskFiles);
  const store = await createEmbeddedStore({ folder, files: faulty.files });
  onTestFinished(async () => store.close());
  return { ...faulty, folder, store };
};

const reopen = async (folder: string, store: EmbeddedStore): Promise<EmbeddedStore> => {
  await store.close();
  const again = await createEmbeddedStore({ folder, files: diskFiles });
  onTestFinished(async () => again.close());
  return again;
};

const codeOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
    return "no failure";
  } catch (error) {
    return isFailure(error) ? error.code : String(error);
  }
};

describe("a disk that fails once, and mends", () => {
  it.each(passing)("at $step with $code leaves the old order in place", async (fault) => {
    const { store, arm, mend, folder } = await openFaulty();
    const order = sampleOrder(ID);
    const later = sampleStep(order);
    await store.put(order, 0);
    arm(fault);
    expect(await codeOf(store.put(later, 1))).toBe("store.full");
    mend();
    expect(await store.get(ID, everything)).toEqual({ order, version: 1 });
    expect(await store.put(later, 1)).toBe(2);
    const again = await reopen(folder, store);
    expect(again.unreadable()).toEqual([]);
    expect(await again.get(ID, everything)).toEqual({ order: later, version: 2 });
  });

  it.each(passing.filter(({ step }) => step !== "link"))(
    "at $step with $code leaves no new order behind",
    async (fault) => {
      const { store, arm, mend, folder } = await openFaulty();
      arm(fault);
      expect(await codeOf(store.put(sampleOrder(ID), 0))).toBe("store.full");
      mend();
      expect(await store.get(ID, everything)).toBeUndefined();
      const again = await reopen(folder, store);
      expect([again.unreadable(), await again.get(ID, everything)]).toEqual([[], undefined]);
      expect(await again.put(sampleOrder(ID), 0)).toBe(1);
    },
  );

  it.each(passing)("at $step with $code keeps the chapter that was there", async (fault) => {
    const { store, arm, mend } = await openFaulty();
    const order = sampleOrder(ID);
    const longer = sampleStep(order);
    await store.archive(sampleChapter(order));
    arm(fault);
    expect(await codeOf(store.archive(sampleChapter(longer)))).toBe("store.full");
    mend();
    await store.archive(sampleChapter(order));
    await store.put(withoutChapter(order, sampleChapter(order)), 0);
    const chapters = await Array.fromAsync(store.chapters(ID, everything));
    expect(chapters).toEqual([sampleChapter(order)]);
  });
});

describe("a disk that fails from then on", () => {
  it.each(faults.filter(({ lasting }) => lasting))(
    "at $step with $code leaves one of the two orders, whole, and the store usable once it is mended",
    async (fault) => {
      const { store, arm, mend, folder } = await openFaulty();
      const order = sampleOrder(ID);
      await store.put(order, 0);
      arm(fault);
      expect(await codeOf(store.put(sampleStep(order), 1))).toBe("store.full");
      expect(await codeOf(store.put(sampleOrder("order-2"), 0))).toBe("store.full");
      mend();
      const stored = await store.get(ID, everything);
      expect([
        { order, version: 1 },
        { order: sampleStep(order), version: 2 },
      ]).toContainEqual(stored);
      const next = sampleStep(stored?.order ?? order);
      await store.put(next, stored?.version ?? 0);
      const again = await reopen(folder, store);
      expect(again.unreadable()).toEqual([]);
      expect((await again.get(ID, everything))?.order).toEqual(next);
    },
  );

  it("still releases the folder when the store is closed", async () => {
    const { store, arm, folder } = await openFaulty();
    await store.put(sampleOrder(ID), 0);
    arm({ step: "create", code: "EIO", lasting: true });
    await codeOf(store.put(sampleOrder("order-2"), 0));
    const again = await reopen(folder, store);
    expect((await again.get(ID, everything))?.version).toBe(1);
  });
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sampleOrder } from "@hostseal/core/sample-order";
import { expect, onTestFinished, test } from "vitest";
import { diskFiles } from "./disk/disk-files.ts";
import { createEmbeddedStore } from "./embedded-store.ts";
import { createSharedStore } from "./shared-store.ts";

const everything = { kind: "everything" } as const;

const openPair = async (idle: number) => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-shared-"));
  const open = () => createEmbeddedStore({ folder, files: diskFiles, clock: { now: () => 0 } });
  const shared = createSharedStore({ open, idle });
  onTestFinished(async () => {
    await shared.close();
    await rm(folder, { recursive: true });
  });
  return { shared, open };
};

test("a shared store leaves the folder to others when nobody asks, and sees what they wrote", async () => {
  const { shared, open } = await openPair(10);
  const order = sampleOrder("a");
  await shared.put(order, 0);
  await expect(open()).rejects.toMatchObject({ code: "store.locked" });
  await sleep(100);
  const other = await open();
  await other.put({ ...order, years: 3 }, 1);
  await other.close();
  expect((await shared.get(order.id, everything))?.order.years).toBe(3);
});

test("a shared store that could not be opened is opened at the next question", async () => {
  const { shared, open } = await openPair(0);
  const other = await open();
  await expect(shared.nextDue()).rejects.toMatchObject({ code: "store.locked" });
  await other.close();
  expect(await shared.nextDue()).toBeUndefined();
});

test("questions at the same time share one opening", async () => {
  const { shared } = await openPair(0);
  const answers = await Promise.all(Array.from({ length: 20 }, () => shared.nextDue()));
  expect(answers).toHaveLength(20);
});

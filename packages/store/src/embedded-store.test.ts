import { copyFile, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OrderId, Scope } from "@hostseal/core";
import { asId, isFailure } from "@hostseal/core";
import { describe, expect, it, onTestFinished } from "vitest";
import { sampleChapter, sampleOrder, sampleStep, withoutChapter } from "@hostseal/core/sample-order";
import { makeDataFolder } from "../test/temp-data-folder.ts";
import { diskFiles } from "./disk/disk-files.ts";
import type { FileSystem } from "./disk/file-system.ts";
import { sharded } from "./disk/layout.ts";
import type { EmbeddedStore } from "./embedded-store.ts";
import { createEmbeddedStore } from "./embedded-store.ts";

const everything: Scope = { kind: "everything" };
const partner: Scope = { kind: "partner", partner: asId("partner-1") };
const [FIRST, SECOND] = [asId<OrderId>("order-1"), asId<OrderId>("order-2")];

const open = async (folder: string): Promise<EmbeddedStore> => {
  const store = await createEmbeddedStore({ folder, files: diskFiles });
  onTestFinished(async () => store.close());
  return store;
};

const titleOf = (id: OrderId): string => join("orders", sharded.fileOf(id));

/** A folder with two orders, closed. */
const makeOrders = async (): Promise<string> => {
  const folder = await makeDataFolder();
  const store = await open(folder);
  await store.put(sampleOrder(FIRST), 0);
  await store.put(sampleOrder(SECOND), 0);
  await store.close();
  return folder;
};

const failureOf = async (attempt: Promise<unknown>) => {
  const thrown = await attempt.catch((error: unknown) => error);
  if (!isFailure(thrown)) throw new TypeError("this was to fail", { cause: thrown });
  return { code: thrown.code, parameters: thrown.parameters };
};

const damages = [
  { title: "cut off", damage: (text: string) => text.slice(0, 300) },
  { title: "emptied", damage: () => "" },
  { title: "replaced by something else", damage: () => "<html>It works!</html>" },
  { title: "replaced by the document of another order", damage: (text: string) => text.replaceAll(FIRST, "order-9") },
];

describe("a document that cannot be read at the start", () => {
  it.each(damages)("because it was $title is listed, and harms no other", async ({ damage }) => {
    const folder = await makeOrders();
    const path = join(folder, titleOf(FIRST));
    await writeFile(path, damage(await readFile(path, "utf8")));
    const store = await open(folder);
    expect(store.unreadable().map(({ document }) => document)).toEqual([titleOf(FIRST)]);
    expect((await store.get(SECOND, everything))?.version).toBe(1);
    const page = await store.query({ scope: everything, limit: 10 });
    expect(page.orders.map(({ id }) => id)).toEqual([SECOND]);
  });

  it("is named to the operator and to nobody else, and is not written over", async () => {
    const folder = await makeOrders();
    await writeFile(join(folder, titleOf(FIRST)), "garbage");
    const store = await open(folder);
    const corrupt = { code: "store.corrupt", parameters: { document: titleOf(FIRST), because: "it is not JSON" } };
    expect(await failureOf(store.get(FIRST, everything))).toEqual(corrupt);
    expect(await failureOf(store.put(sampleOrder(FIRST), 0))).toEqual(corrupt);
    expect(await store.get(FIRST, partner)).toBeUndefined();
    expect(await readFile(join(folder, titleOf(FIRST)), "utf8")).toBe("garbage");
  });

  it("is taken in when it was put back, without a restart", async () => {
    const folder = await makeOrders();
    const path = join(folder, titleOf(FIRST));
    const text = await readFile(path);
    await writeFile(path, "garbage");
    const store = await open(folder);
    await writeFile(path, text);
    expect((await store.get(FIRST, everything))?.version).toBe(1);
    expect((await store.get(FIRST, partner))?.version).toBe(1);
    expect(store.unreadable()).toEqual([]);
  });

  it("is forgotten when it was taken away", async () => {
    const folder = await makeOrders();
    await writeFile(join(folder, titleOf(FIRST)), "garbage");
    const store = await open(folder);
    await rm(join(folder, titleOf(FIRST)));
    expect(await store.get(FIRST, everything)).toBeUndefined();
    expect(await store.put(sampleOrder(FIRST), 0)).toBe(1);
  });
});

describe("a document that becomes unreadable later", () => {
  it("fails by its name, is left out of lists, and is listed", async () => {
    const folder = await makeOrders();
    const store = await open(folder);
    await rm(join(folder, titleOf(FIRST)));
    const corrupt = { code: "store.corrupt", parameters: { document: titleOf(FIRST), because: "the file is gone" } };
    expect(await failureOf(store.get(FIRST, partner))).toEqual(corrupt);
    await writeFile(join(folder, titleOf(FIRST)), "garbage");
    expect((await store.query({ scope: partner, limit: 10 })).orders.map(({ id }) => id)).toEqual([SECOND]);
    expect(store.unreadable()).toEqual([{ document: titleOf(FIRST), because: "it is not JSON" }]);
  });

  it("is whole again after the next change", async () => {
    const folder = await makeOrders();
    const store = await open(folder);
    const stored = await store.get(FIRST, everything);
    await writeFile(join(folder, titleOf(FIRST)), "garbage");
    await store.put(sampleStep(stored?.order ?? sampleOrder(FIRST)), 1);
    expect((await store.get(FIRST, everything))?.version).toBe(2);
  });
});

describe("the data folder", () => {
  it("may hold strangers: a copy of a document, other files, folders", async () => {
    const folder = await makeOrders();
    const shard = join(folder, titleOf(FIRST), "..");
    await copyFile(join(folder, titleOf(FIRST)), join(shard, "copy of order-1.json"));
    await writeFile(join(shard, "README"), "not ours");
    await writeFile(join(folder, "orders", "notes.json"), "{}");
    await mkdir(join(shard, "folder.json"));
    const store = await open(folder);
    expect((await store.query({ scope: everything, limit: 10 })).orders).toHaveLength(2);
    const found = store.unreadable().map(({ document }) => document);
    expect(found.toSorted()).toEqual(
      [join(shard, "copy of order-1.json"), join(shard, "folder.json")].map((path) => path.slice(folder.length + 1)),
    );
  });

  it("is swept of what a crash left half-written", async () => {
    const folder = await makeOrders();
    await writeFile(join(folder, "temp", "1234-5"), '{"card":');
    await open(folder);
    expect(await readdir(join(folder, "temp"))).toEqual([]);
  });

  it("keeps no second copy of a document once the store is closed", async () => {
    const folder = await makeOrders();
    const store = await open(folder);
    for (let version = 1; version < 20; version += 1) await store.put(sampleOrder(FIRST), version);
    await store.close();
    expect(await readdir(join(folder, "temp"))).toEqual([]);
  });

  it("is open to nobody but its owner", async () => {
    const folder = await makeOrders();
    const modes = await Promise.all(
      ["orders", titleOf(FIRST), join(titleOf(FIRST), "..")].map(async (path) => (await stat(join(folder, path))).mode),
    );
    expect(modes.map((mode) => mode & 0o077)).toEqual([0, 0, 0]);
  });

  it("is made when it is not there, and refused in a sentence when it cannot be", async () => {
    const folder = await makeDataFolder();
    await (await open(join(folder, "a", "b"))).put(sampleOrder(FIRST), 0);
    await writeFile(join(folder, "file"), "");
    const refused = await failureOf(createEmbeddedStore({ folder: join(folder, "file"), files: diskFiles }));
    expect(refused.code).toBe("store.full");
  });
});

it("finds after a restart what was there before", async () => {
  const folder = await makeDataFolder();
  const store = await open(folder);
  const order = sampleOrder(FIRST, { next: { at: 500, rulesEdition: "edition-1" } });
  const chapter = sampleChapter(order);
  await store.archive(chapter);
  await store.put(withoutChapter(order, chapter), 0);
  await store.close();
  const again = await open(folder);
  expect(await again.get(FIRST, partner)).toEqual({ order: withoutChapter(order, chapter), version: 1 });
  expect(await Array.fromAsync(again.chapters(FIRST, partner))).toEqual([chapter]);
  expect(await again.nextDue()).toBe(500);
  expect(await again.due({ now: 500, rulesEdition: "edition-1", limit: 5 })).toEqual([FIRST]);
  expect(await failureOf(again.archive(sampleChapter(sampleStep(order))))).toMatchObject({ code: "store.stale" });
});

it("names a chapter that is missing", async () => {
  const folder = await makeDataFolder();
  const store = await open(folder);
  await store.put(sampleOrder(FIRST, { journal: { sequence: 4, head: "", chapters: 1, entries: [] } }), 0);
  const missing = await failureOf(Array.fromAsync(store.chapters(FIRST, everything)));
  expect(missing).toMatchObject({ code: "store.corrupt", parameters: { because: "the file is gone" } });
});

it("takes thousands of calls at once without opening thousands of files", async () => {
  const folder = await makeDataFolder();
  let open = 0;
  let most = 0;
  const files: FileSystem = {
    ...diskFiles,
    create: async (path) => {
      const file = await diskFiles.create(path);
      open += 1;
      most = Math.max(most, open);
      const close = async (): Promise<void> => {
        open -= 1;
        await file.close();
      };
      return { ...file, sync: async () => {}, close };
    },
  };
  const store = await createEmbeddedStore({ folder, files });
  const ids = Array.from({ length: 1000 }, (_, position) => asId<OrderId>(`order-${position}`));
  await Promise.all(ids.map(async (id) => store.put(sampleOrder(id), 0)));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(64);
  await store.close();
});

it("finishes the writes under way when it is closed, and takes no more", async () => {
  const folder = await makeDataFolder();
  const store = await open(folder);
  const writes = [FIRST, SECOND].map(async (id) => store.put(sampleOrder(id), 0));
  await Promise.all([store.close(), store.close()]);
  expect(await Promise.all(writes)).toEqual([1, 1]);
  await expect(store.get(FIRST, everything)).rejects.toThrow("the store is closed");
  await expect(store.put(sampleOrder(FIRST), 1)).rejects.toThrow("the store is closed");
});

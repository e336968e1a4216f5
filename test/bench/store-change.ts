import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { OrderId, Store } from "@hostseal/core";
import { asId } from "@hostseal/core";
import type { FileSystem } from "@hostseal/store";
import { createEmbeddedStore, diskFiles } from "@hostseal/store";
import { sampleChapter, sampleOrder, sampleStep, withoutChapter } from "@hostseal/core/sample-order";
import type { BenchTable } from "./bench-table.ts";
import { createOneFile } from "./store-one-file.ts";

type Row = BenchTable["rows"][number];
type Opening = { readonly milliseconds: number; readonly megabytes: number };

/** Each of these orders is changed once before the clock runs, so that what is replaced lies on the disk already. */
const CHANGED_ORDERS = 200;
const CHANGES = 2 * CHANGED_ORDERS;
const FILLS_AT_ONCE = 64;
/** Spreads the changed orders over all of them: prime to every size used here. */
const STRIDE = 7919;
const OPENING = fileURLToPath(new URL("store-opening.ts", import.meta.url));

const orderAt = (position: number): OrderId => asId(`order-${position}`);

/** For filling only: a hundred thousand syncs would measure the disk's patience. */
const unsyncedFiles: FileSystem = {
  ...diskFiles,
  create: async (path) => ({ ...(await diskFiles.create(path)), sync: async () => {} }),
  syncFolder: async () => {},
};

const fill = async (folder: string, from: number, to: number): Promise<void> => {
  const store = await createEmbeddedStore({ folder, files: unsyncedFiles });
  let position = from;
  const lane = async (): Promise<void> => {
    while (position < to) {
      const order = sampleOrder(orderAt(position));
      position += 1;
      await store.put(order, 0);
    }
  };
  await Promise.all(Array.from({ length: FILLS_AT_ONCE }, lane));
  await store.close();
};

const change = async (store: Store, id: OrderId): Promise<void> => {
  const stored = await store.get(id, { kind: "everything" });
  if (stored === undefined) throw new TypeError(`there is no order ${id}`);
  await store.put(sampleStep(stored.order), stored.version);
};

/** Median and 95th percentile of one work after the other, in milliseconds. */
const timeEach = async (count: number, work: (turn: number) => Promise<void>): Promise<Row> => {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const start = performance.now();
    await work(turn);
    times.push(performance.now() - start);
  }
  times.sort((left, right) => left - right);
  const at = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(2);
  return { "median ms": at(0.5), "p95 ms": at(0.95) };
};

const openElsewhere = async (folder: string): Promise<Opening> => {
  const { stdout } = await promisify(execFile)(process.execPath, [OPENING, folder]);
  return JSON.parse(stdout) as Opening;
};

/** The best of three, because the first comes while the disk still digests the filling. */
const openingRow = async (folder: string): Promise<Row> => {
  const openings = [await openElsewhere(folder), await openElsewhere(folder), await openElsewhere(folder)];
  return {
    "open ms": Math.min(...openings.map(({ milliseconds }) => milliseconds)),
    "RSS MB": Math.min(...openings.map(({ megabytes }) => megabytes)),
  };
};

const embeddedRow = async (folder: string, count: number): Promise<Row> => {
  const opening = await openingRow(folder);
  const store = await createEmbeddedStore({ folder, files: diskFiles });
  const changeNext = async (turn: number): Promise<void> =>
    change(store, orderAt(((turn % CHANGED_ORDERS) * STRIDE) % count));
  for (let turn = 0; turn < CHANGED_ORDERS; turn += 1) await changeNext(turn);
  const times = await timeEach(CHANGES, changeNext);
  await store.close();
  return { store: "one document per order, synced", orders: count, chapters: 0, ...times, ...opening };
};

/** One order with so many finished chapters, among the others. */
const chapterRow = async (folder: string, count: number, chapters: number): Promise<Row> => {
  const store = await createEmbeddedStore({ folder, files: diskFiles });
  let order = sampleOrder(`with-${chapters}-chapters`);
  await store.put(order, 0);
  for (let version = 1; version <= chapters; version += 1) {
    const chapter = sampleChapter(order);
    await store.archive(chapter);
    order = withoutChapter(order, chapter);
    await store.put(order, version);
  }
  let version = chapters + 1;
  const times = await timeEach(CHANGES, async (turn) => {
    const stored = await store.get(order.id, { kind: "everything" });
    if (stored === undefined) throw new TypeError(`there is no order ${order.id}`);
    version = await store.put({ ...stored.order, contactEmails: [`${turn}@example.com`] }, version);
  });
  await store.close();
  return { store: "one document per order, synced", orders: count, chapters, ...times };
};

const oneFileRow = async (folder: string, count: number): Promise<Row> => {
  const orders = Array.from({ length: count }, (_, position) => sampleOrder(orderAt(position)));
  const file = await createOneFile(join(folder, `one-file-${count}.json`), orders);
  const times = await timeEach(20, async (turn) => file.change(orderAt((turn * STRIDE) % count), sampleStep));
  return { store: "one lowdb file, not synced", orders: count, chapters: 0, ...times };
};

/**
 * One order read and durably changed, with more and more orders in the store and more and more certificates in the
 * order's past; beside it the same change in one big lowdb file. Sizes grow in one folder below the system's temporary one.
 */
export const storeChange = async (): Promise<BenchTable> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-bench-"));
  const data = join(folder, "data");
  const rows: Row[] = [];
  try {
    for (const count of [1000, 10_000]) rows.push(await oneFileRow(folder, count));
    let filled = 0;
    for (const count of [1000, 10_000, 100_000]) {
      await fill(data, filled, count);
      filled = count;
      rows.push(await embeddedRow(data, count));
    }
    for (const chapters of [1, 40]) rows.push(await chapterRow(data, filled, chapters));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return {
    title: "One order change in the store",
    aim: "flat in orders and in chapters, at most 2 ms in the median; 100,000 orders opened within a second",
    rows,
  };
};

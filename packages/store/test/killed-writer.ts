import { writeSync } from "node:fs";
import type { OrderId } from "@hostseal/core";
import { asId } from "@hostseal/core";
import { sampleChapter, sampleOrder, sampleStep, withoutChapter } from "@hostseal/core/sample-order";
import { createEmbeddedStore, diskFiles } from "../src/index.ts";

/** Opens the store in the folder it is given, changes its orders without end, and says each version once it is stored. */
const [folder = "", ...ids] = process.argv.slice(2);
const store = await createEmbeddedStore({ folder, files: diskFiles });
const STEPS_PER_CHAPTER = 5;

const change = async (id: OrderId): Promise<number> => {
  const stored = await store.get(id, { kind: "everything" });
  if (stored === undefined) return store.put(sampleOrder(id), 0);
  const { order, version } = stored;
  if (order.journal.entries.length < STEPS_PER_CHAPTER) return store.put(sampleStep(order), version);
  const chapter = sampleChapter(order);
  await store.archive(chapter);
  return store.put(withoutChapter(order, chapter), version);
};

const changeForEver = async (id: OrderId): Promise<never> => {
  for (;;) writeSync(1, `${id} ${await change(id)}\n`);
};

await Promise.all(ids.map(async (id) => changeForEver(asId<OrderId>(id))));

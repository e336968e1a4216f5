import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { asId, isFailure } from "@hostseal/core";
import { expect, it, onTestFinished, vi } from "vitest";
import { diskFiles } from "../src/disk/disk-files.ts";
import { createEmbeddedStore } from "../src/embedded-store.ts";
import { makeDataFolder } from "./temp-data-folder.ts";

const SCRIPT = fileURLToPath(new URL("killed-writer.ts", import.meta.url));
const IDS = ["order-1", "order-2", "order-3", "order-4"];
const KILLS = 16;

type Writer = {
  readonly child: ChildProcess;
  readonly acknowledged: ReadonlyMap<string, number>;
  kill(): Promise<void>;
};

/** A process that writes; resolves when it has acknowledged its first write. */
const startWriter = async (folder: string): Promise<Writer> => {
  const child = spawn(process.execPath, [SCRIPT, folder, ...IDS], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  onTestFinished(() => void child.kill("SIGKILL"));
  const acknowledged = new Map<string, number>();
  const lines = createInterface({ input: child.stdout });
  const read = (line: string): void => {
    const [id = "", version = "0"] = line.split(" ");
    acknowledged.set(id, Number(version));
  };
  const ended = once(lines, "close");
  lines.on("line", read);
  await once(lines, "line");
  return {
    child,
    acknowledged,
    kill: async () => {
      child.kill("SIGKILL");
      await Promise.all([exit, ended]);
    },
  };
};

/** What the folder holds, as a new process finds it. */
const inspect = async (folder: string) => {
  const store = await createEmbeddedStore({ folder, files: diskFiles });
  const versions = new Map<string, number>();
  for (const id of IDS) {
    const stored = await store.get(asId(id), { kind: "everything" });
    if (stored === undefined) continue;
    versions.set(id, stored.version);
    const chapters = await Array.fromAsync(store.chapters(asId(id), { kind: "everything" }));
    const entries = [...chapters.flatMap((chapter) => chapter.entries), ...stored.order.journal.entries];
    const { sequence } = stored.order.journal;
    expect(entries.map((entry) => entry.sequence)).toEqual(Array.from({ length: sequence }, (_, step) => step + 1));
  }
  const unreadable = store.unreadable();
  const strays = await readdir(join(folder, "temp"));
  await store.close();
  return { versions, unreadable, strays };
};

it(`loses no acknowledged write in ${KILLS} kills at random moments, and leaves nothing unreadable`, async () => {
  const folder = await makeDataFolder();
  let acknowledgements = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const writer = await startWriter(folder);
    await sleep(randomInt(60));
    await writer.kill();
    const { versions, unreadable, strays } = await inspect(folder);
    expect({ unreadable, strays }).toEqual({ unreadable: [], strays: [] });
    for (const [id, version] of writer.acknowledged) {
      expect(versions.get(id), `${id} after kill ${kill}`).toBeGreaterThanOrEqual(version);
      expect(versions.get(id), `${id} after kill ${kill}`).toBeLessThanOrEqual(version + 1);
    }
    acknowledgements = [...versions.values()].reduce((sum, version) => sum + version, 0);
  }
  expect(acknowledgements).toBeGreaterThan(KILLS);
}, 60_000);

it("refuses a second process by the first one's number, and lets it in as soon as the first was killed", async () => {
  const folder = await makeDataFolder();
  const writer = await startWriter(folder);
  const refused = await createEmbeddedStore({ folder, files: diskFiles }).catch((error: unknown) => error);
  if (!isFailure(refused, "store.locked")) throw refused;
  expect(refused.message).toContain(`(number ${writer.child.pid})`);
  await vi.waitUntil(() => writer.acknowledged.has("order-1"), { timeout: 10_000 });
  await writer.kill();
  const store = await createEmbeddedStore({ folder, files: diskFiles });
  expect(await store.get(asId("order-1"), { kind: "everything" })).toBeDefined();
  await store.close();
});

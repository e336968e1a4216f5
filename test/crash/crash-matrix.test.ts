import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { settle, verifyChain } from "@hostseal/core";
import type { Clock, JournalEntry, World } from "@hostseal/core";
import { startWorld } from "@hostseal/sandbox";
import type { DemoWorld } from "@hostseal/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CUSTOMER } from "../core/story.ts";
import type { Around, Stage } from "./stage.ts";
import { openWorld, setStage } from "./stage.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));

/** More boundaries than a first issue has; the matrix fails when it is not enough. */
const MOST_BOUNDARIES = 300;

type Death = { readonly killed: boolean; readonly boundaries: number; readonly errors: string };

/** Runs the worker until it is done or dead. */
const runWorker = ({ home, order }: Stage, fatal: number): Promise<Death> =>
  new Promise((resolve) => {
    execFile(process.execPath, [WORKER, home, order, String(fatal)], (error, out, errors) => {
      resolve({ killed: error?.signal === "SIGKILL", boundaries: Number(out.trim()), errors });
    });
  });

const machineClock: Clock = { now: () => Date.now(), until: async () => undefined };

const journalOf = async (world: World, stage: Stage): Promise<readonly JournalEntry[]> => {
  const entries: JournalEntry[] = [];
  for await (const chapter of world.store.chapters(stage.order, CUSTOMER.scope)) entries.push(...chapter.entries);
  return entries;
};

/** Goes on where the dead worker left off, and looks at everything that must be as if nothing had happened. */
const assertRecovered = async (stage: Stage, fatal: number): Promise<void> => {
  await using world = await openWorld(stage.home);
  const { order, decision } = await settle(world, stage.order);
  const { authority } = stage;
  const facts = {
    fatal,
    waits: decision.kind === "wait" ? decision.reason : decision.kind,
    state: order.state.kind,
    proven: order.certificates,
    charges: order.charges.length,
    ordersAtIssuer: authority.controls.orders().length,
    paidAtIssuer: authority.controls.entries().filter(({ amount }) => amount > 0).length,
    litter: order.litter.length,
    intent: order.intent,
  };
  expect(facts).toEqual({
    fatal,
    waits: "licence.running",
    state: "active",
    proven: 1,
    charges: 1,
    ordersAtIssuer: 1,
    paidAtIssuer: 1,
    litter: 0,
    intent: undefined,
  });
  const entries = [...(await journalOf(world, stage)), ...order.journal.entries];
  expect(verifyChain(stage.order, entries, order.journal.head)).toMatchObject({ kind: "intact" });
};

describe("killed with SIGKILL at every boundary between two effects", () => {
  let folder: string;
  let demo: DemoWorld;
  let around: Around;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hostseal-crash-"));
    const random = { bytes: (count: number) => randomBytes(count) };
    demo = await startWorld({ clock: machineClock, random, folder });
    around = { demo, clock: machineClock, random };
  });
  afterAll(async () => {
    await demo.close();
    await rm(folder, { recursive: true });
  });

  test("every order ends proven, ordered once and paid once", async () => {
    let deaths = 0;
    for (let fatal = 1; fatal < MOST_BOUNDARIES; fatal += 1) {
      await using stage = await setStage(join(folder, `home-${fatal}`), around);
      const death = await runWorker(stage, fatal);
      await assertRecovered(stage, fatal);
      if (!death.killed) {
        expect(death).toEqual({ killed: false, boundaries: fatal - 1, errors: "" });
        break;
      }
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(40);
    expect(deaths).toBeLessThan(MOST_BOUNDARIES - 1);
  }, 480_000);
});

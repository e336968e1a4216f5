import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FleetEvent } from "@hostseal/installer/fleet";
import { beforeEach, describe, expect, test } from "vitest";
import { openFleetJournal } from "./fleet-journal.ts";

const digest = "ab".repeat(32);
const BEGUN: FleetEvent = { kind: "fleet.begun", at: 1, waves: [["web1"], ["web2"]] };
const RUNNING: FleetEvent = { kind: "host.begun", at: 2, host: "web1", run: "run-0000000000000001" };
const done = (host: string): FleetEvent => ({
  kind: "host.done",
  at: 3,
  host,
  outcome: { kind: "installed", names: [], addresses: [] },
});

describe("the journal of a fleet", () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "hostseal-journal-"));
    return async () => rm(home, { recursive: true });
  });

  const open = async (restart = false) => openFleetJournal({ home, digest, restart });
  const path = async (end: string): Promise<string> => {
    const files = await readdir(join(home, "fleets"));
    return join(home, "fleets", files.find((name) => name.endsWith(end)) ?? "");
  };
  const keep = async (events: readonly FleetEvent[]): Promise<void> => {
    await using journal = await open();
    await Promise.all(events.map(async (event) => journal.append(event)));
  };
  const past = async (restart = false): Promise<readonly FleetEvent[]> => {
    await using journal = await open(restart);
    return journal.past;
  };

  test("keeps events in their order for the next process, unless all is done or it shall be forgotten", async () => {
    expect(await past()).toEqual([]);
    await keep([BEGUN, RUNNING, done("web1")]);
    expect(await past()).toEqual([BEGUN, RUNNING, done("web1")]);
    expect(await past(true)).toEqual([]);
    await keep([BEGUN, done("web1"), done("web2")]);
    expect(await past()).toEqual([]);
  });

  test("cuts off a line that was not written to its end, and writes on behind what counts", async () => {
    await keep([BEGUN]);
    await appendFile(await path(".jsonl"), '{"kind":"host.beg');
    await keep([RUNNING]);
    expect(await past()).toEqual([BEGUN, RUNNING]);
    expect(await readFile(await path(".jsonl"), "utf8")).not.toContain("host.beg\n");
  });

  test("is not read when a line of it is something else", async () => {
    await keep([BEGUN]);
    await appendFile(await path(".jsonl"), '{"kind":"host.gone"}\n');
    await expect(open()).rejects.toMatchObject({ code: "store.corrupt" });
  });

  test("belongs to one process at a time, and to nobody who is dead", async () => {
    const first = await open();
    await expect(open()).rejects.toMatchObject({ code: "store.locked" });
    await first[Symbol.asyncDispose]();
    await keep([BEGUN]);
    await writeFile(join(home, "fleets", `${digest.slice(0, 16)}.jsonl.lock`), "4194305");
    expect(await past()).toEqual([BEGUN]);
    expect(await readdir(join(home, "fleets"))).toEqual([`${digest.slice(0, 16)}.jsonl`]);
  });
});

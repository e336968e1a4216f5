import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningFleet, startFleet } from "../installer/fleet/start-fleet.ts";
import { bringPrograms } from "../run/programs/bring-programs.ts";
import { DEBIAN_PACKAGES } from "../run/programs/debian-packages.ts";
import { findProgram } from "../run/programs/find-program.ts";
import { BENCH_PACKAGES } from "./bench-packages.ts";
import type { BenchTable } from "./bench-table.ts";
import { take, type Taken } from "./fleet-ground.ts";
import { ansible, bareConnections, ourFleet, shellHook, type Way } from "./fleet-ways.ts";

const NEEDED: ReadonlySet<string> = new Set(["nginx", "openssh-server", "openssh-client"]);
const NODES = 20;
const ROUNDS = 5;
const SLOW_ROUNDS = 2;

type Contest = { readonly what: string; readonly way: Way; readonly rounds: number };

const CONTESTS: readonly Contest[] = [
  { what: "bare connections and `true`: the floor", way: bareConnections, rounds: ROUNDS },
  { what: "Hostseal: facts, plan, test, reload, proof", way: ourFleet, rounds: ROUNDS },
  { what: "one ssh after the other: write, test, reload", way: shellHook, rounds: SLOW_ROUNDS },
  { what: "Ansible, pipelined: copy, validate, reload", way: ansible, rounds: SLOW_ROUNDS },
];

/** One round in a folder of its own; preparing it is not measured. */
const round = async (way: Way, fleet: RunningFleet): Promise<Taken> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-bench-"));
  try {
    return await take(await way(fleet, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The best of its rounds by the clock; a first round, which warms everything up, does not count. */
const best = async ({ way, rounds }: Contest, fleet: RunningFleet): Promise<Taken> => {
  await round(way, fleet);
  const taken: Taken[] = [];
  for (let count = 0; count < rounds; count += 1) taken.push(await round(way, fleet));
  return taken.toSorted((one, other) => one.wall - other.wall)[0] ?? { wall: 0, cpu: 0 };
};

const rowOf = ({ what }: Contest, { wall, cpu }: Taken, floor: Taken): BenchTable["rows"][number] => ({
  what,
  "wall s": wall.toFixed(2),
  "x floor": (wall / floor.wall).toFixed(1),
  "CPU s": cpu.toFixed(2),
  "x floor's CPU": (cpu / floor.cpu).toFixed(1),
});

/** One certificate on 20 hosts: pairs of sshd and nginx, each on an address of loopback. */
export const fleet = async (): Promise<BenchTable> => {
  await bringPrograms([...DEBIAN_PACKAGES.filter(({ name }) => NEEDED.has(name)), ...BENCH_PACKAGES]);
  await using running = await startFleet(NODES, true);
  const there = CONTESTS.filter(({ way }) => way !== ansible || findProgram("ansible-playbook") !== undefined);
  const rows: BenchTable["rows"][number][] = [];
  let floor: Taken | undefined;
  for (const contest of there) {
    const taken = await best(contest, running);
    floor ??= taken;
    rows.push(rowOf(contest, taken, floor));
  }
  return {
    title: `One certificate on ${NODES} hosts, nodes and client on the same processors`,
    aim: "at most 1.5 times the floor, and 18 times as fast as Ansible",
    rows,
  };
};

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { BenchTable } from "./bench-table.ts";
import type { Ground } from "./server-ground.ts";
import { inMilliseconds } from "./timing.ts";

type Row = BenchTable["rows"][number];

const GROUND = fileURLToPath(new URL("server-ground.ts", import.meta.url));
const PER_SECOND = 100;
const SECONDS = 10;
const WARM_UP = 200;
const MEGABYTE = 1_048_576;

/** Asks once, and says how long it took since it should have been asked. */
const ask = async (url: string, { cookie }: Ground, due: number): Promise<number> => {
  const answer = await fetch(url, { headers: { cookie } });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
  return performance.now() - due;
};

/** So many requests each second whether or not those before them are answered, as visitors do. */
const load = async (url: string, ground: Ground): Promise<readonly number[]> => {
  const began = performance.now();
  const asked: Promise<number>[] = [];
  for (let count = 0; count < PER_SECOND * SECONDS; count += 1) {
    const due = began + (count * 1_000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    asked.push(ask(url, ground, due));
  }
  return (await Promise.all(asked)).toSorted((one, other) => one - other);
};

const at = (sorted: readonly number[], share: number): string =>
  inMilliseconds(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

const memoryOf = async (child: ChildProcess): Promise<number> => {
  child.send("memory");
  const [{ bytes }] = (await once(child, "message")) as [{ readonly bytes: number }];
  return bytes;
};

const measured = async (child: ChildProcess, ground: Ground, [page, path]: readonly [string, string]): Promise<Row> => {
  const url = ground.origin + path;
  for (let count = 0; count < WARM_UP; count += 1) await ask(url, ground, performance.now());
  const times = await load(url, ground);
  return {
    page,
    "p50 ms": at(times, 0.5),
    "p95 ms": at(times, 0.95),
    "p99 ms": at(times, 0.99),
    "memory MiB": ((await memoryOf(child)) / MEGABYTE).toFixed(0),
  };
};

/** The pages people look at most, under load, from an app in a process of its own. */
export const serverLoad = async (): Promise<BenchTable> => {
  const child = fork(GROUND);
  try {
    const [ground] = (await once(child, "message")) as [Ground];
    const rows: Row[] = [];
    for (const page of [
      ["200 sites, 201 orders", "/sites"],
      ["an order with its journal", `/orders/${ground.order}`],
    ] as const)
      rows.push(await measured(child, ground, page));
    return { title: `Pages at ${PER_SECOND} requests a second, on one core`, aim: "p95 at most 50 ms", rows };
  } finally {
    child.disconnect();
  }
};

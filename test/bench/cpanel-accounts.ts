import { randomBytes } from "node:crypto";
import { asId, type Host, type HostId } from "@hostseal/core";
import { createCpanelHost } from "@hostseal/cpanel";
import { createBoundedHttp, createHttp, type Http } from "@hostseal/http";
import { fromIso } from "@hostseal/rules";
import { createVirtualClock } from "@hostseal/sandbox";
import type { BenchTable } from "./bench-table.ts";
import { type CpanelGround, openGround } from "./cpanel-ground.ts";

type Row = BenchTable["rows"][number];
type Contest = { readonly bound: number; readonly delay: number };

const ACCOUNTS = 200;
const MEGABYTE = 1_048_576;
const SAMPLE = 20;
/** Each call starts a process on a real panel; how long that takes is a guess. */
const SLOW = 50;
const CONTESTS: readonly Contest[] = [
  { bound: 1, delay: 0 },
  { bound: 4, delay: 0 },
  { bound: 8, delay: 0 },
  { bound: 8, delay: SLOW },
];

/** Counts what goes through, and how much of it at once. */
const counting = (http: Http) => {
  const count = { calls: 0, open: 0, most: 0 };
  const send: Http["send"] = async (call) => {
    count.calls += 1;
    count.open += 1;
    count.most = Math.max(count.most, count.open);
    try {
      return await http.send(call);
    } finally {
      count.open -= 1;
    }
  };
  return { count, send };
};

/** The sites of an account, and what is installed on each. */
const look = async (host: Host): Promise<readonly boolean[]> => {
  const sites = await host.sites();
  return Promise.all(sites.map(async ({ id }) => (await host.installed(id)) !== undefined));
};

const watchHeap = () => {
  let most = process.memoryUsage().heapUsed;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().heapUsed)), SAMPLE);
  return () => {
    clearInterval(timer);
    return most;
  };
};

const measured = async (
  { url, sha256, credential, accounts, slowDown }: CpanelGround,
  contest: Contest,
): Promise<Row> => {
  slowDown(contest.delay);
  const { count, send } = counting(createHttp({ trust: { kind: "pin", sha256 } }));
  const http = createBoundedHttp({ send }, contest.bound);
  const deps = { http, clock: createVirtualClock({ start: fromIso("2026-11-21") }), random: { bytes: randomBytes } };
  const before = process.memoryUsage().heapUsed;
  const mostOf = watchHeap();
  const began = performance.now();
  const found = await Promise.all(
    accounts.map(async (account) =>
      look(createCpanelHost({ id: asId<HostId>(account), url, account, credential }, deps)),
    ),
  );
  const seconds = (performance.now() - began) / 1_000;
  return {
    "at once": contest.bound,
    "panel takes": `${contest.delay} ms`,
    sites: found.flat().length,
    "with certificate": found.flat().filter(Boolean).length,
    calls: count.calls,
    "calls per account": (count.calls / accounts.length).toFixed(1),
    "seen at once": count.most,
    seconds: seconds.toFixed(1),
    "calls/s": Math.round(count.calls / seconds),
    "heap grew by MB": Math.round((mostOf() - before) / MEGABYTE),
  };
};

/** Every site of every account listed and looked at, all accounts at once, through one bounded way to their server. */
export const cpanelAccounts = async (): Promise<BenchTable> => {
  await using ground = await openGround(ACCOUNTS);
  const rows: Row[] = [];
  for (const contest of CONTESTS) rows.push(await measured(ground, contest));
  return {
    title: `${ACCOUNTS} accounts of a cPanel server with three sites each, listed and checked`,
    aim: "no more calls at once than allowed; time as long as the panel takes, and little memory",
    rows,
  };
};

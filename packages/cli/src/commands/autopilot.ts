import { DAY, MINUTE } from "@hostseal/rules";
import type { Instant } from "@hostseal/rules";
import type { Clock } from "@hostseal/core";
import type { CommandContext, Report, Run } from "../command-line/command-row.ts";
import type { LocalWorld } from "../composition/create-world.ts";
import { EXIT } from "../exit-codes.ts";
import { createJournalPrinter } from "./piloting/journal-printer.ts";
import type { Stuck } from "./piloting/run-all-due.ts";
import { runAllDue } from "./piloting/run-all-due.ts";
import { watchEverything } from "./piloting/watch-everything.ts";
import { flag, readOptions } from "./read-options.ts";
import { withWorld } from "./with-world.ts";

/** How long other commands may change orders before the autopilot hears of it. */
const LONGEST_PAUSE = MINUTE;
const WATCH_EVERY = DAY;

type Round = {
  readonly settled: number;
  readonly watchedAt: Instant;
  readonly clock: Clock;
  /** When there is something to do next. */
  readonly next: Instant;
};

/** What the rounds of one autopilot remember. */
type Memory = { readonly watchedAt: Instant; readonly stuck: Stuck };

const doRound = async (context: CommandContext, world: LocalWorld, { watchedAt, stuck }: Memory): Promise<Round> => {
  const { signal } = context;
  const settled = await runAllDue(world, { onStep: createJournalPrinter(context), stuck, signal });
  const now = world.clock.now();
  const isWatchDue = now - watchedAt >= WATCH_EVERY;
  if (isWatchDue) await watchEverything(world, signal);
  const due = (await world.store.nextDue()) ?? Infinity;
  const next = Math.min(due, now + LONGEST_PAUSE);
  return { settled, watchedAt: isWatchDue ? now : watchedAt, clock: world.clock, next };
};

const report = (settled: number): Report => ({
  exit: EXIT.done,
  lines: [`${settled} order(s) looked at.`],
  json: { type: "autopilot", settled },
});

const fly = async (context: CommandContext): Promise<Report> => {
  let settled = 0;
  const stuck: Stuck = new Map();
  let watchedAt = -Infinity;
  for (;;) {
    const round = await withWorld(context, (world) => doRound(context, world, { watchedAt, stuck }));
    settled += round.settled;
    ({ watchedAt } = round);
    if (context.signal.aborted) return report(settled);
    await round.clock.until(round.next, context.signal).catch(() => undefined);
    if (context.signal.aborted) return report(settled);
  }
};

/** `hostseal autopilot`: the data folder is open only while there is something to do, so that other commands can work in between. */
export const autopilot: Run = async (context, given) => {
  const { once } = readOptions({ once: flag }, given.options);
  if (!once) return fly(context);
  const { settled } = await withWorld(context, (world) =>
    doRound(context, world, { watchedAt: -Infinity, stuck: new Map() }),
  );
  return report(settled);
};

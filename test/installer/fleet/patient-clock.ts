import { setImmediate } from "node:timers/promises";
import type { Clock } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";

/** A clock that moves on to the next moment that somebody waits for, when nobody has anything else to do. */
export type PatientClock = Clock & {
  /** Lets time pass until the work is over. */
  during<Result>(work: Promise<Result>): Promise<Result>;
};

type Sleeper = { readonly until: Instant; readonly wake: () => void };

/** Turns of the event loop in which whatever was begun without a clock comes to rest. */
const TURNS = 3;

export const createPatientClock = (start: Instant): PatientClock => {
  let time = start;
  let sleepers: readonly Sleeper[] = [];
  const wakeNext = (): void => {
    const next = Math.min(...sleepers.map(({ until }) => until));
    if (Number.isFinite(next)) time = Math.max(time, next);
    const due = sleepers.filter(({ until }) => until <= time);
    sleepers = sleepers.filter(({ until }) => until > time);
    for (const { wake } of due) wake();
  };
  return {
    now: () => time,
    until: async (until, signal) => {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      sleepers = [...sleepers, { until, wake: resolve }];
      signal?.addEventListener("abort", () => reject(signal.reason));
      await promise;
    },
    during: async (work) => {
      const over = new AbortController();
      const end = () => over.abort();
      void work.then(end, end);
      while (!over.signal.aborted) {
        for (let turn = 0; turn < TURNS; turn += 1) await setImmediate();
        wakeNext();
      }
      return work;
    },
  };
};

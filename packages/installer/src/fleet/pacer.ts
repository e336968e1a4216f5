import type { Clock } from "@hostseal/core";
import { HOUR, type Instant } from "@hostseal/rules";

/** Leave to make one change. */
export type Turn = {
  readonly at: Instant;
  /** When nothing was changed after all, somebody else may. */
  giveBack(): void;
};

/** Lets a bounded number of changes begin within any hour, in the order in which they ask. */
export type Pacer = {
  /** Rejects with the signal's reason when it is aborted before it is the caller's turn. */
  turn(signal: AbortSignal): Promise<Turn>;
};

export type PacerWish = {
  /** Changes in any hour; as many as come when not given. */
  readonly perHour: number | undefined;
  /** When changes were made before, the oldest first. */
  readonly past: readonly Instant[];
  readonly clock: Clock;
  /** Hears until when everybody has to wait. */
  readonly onWait: (until: Instant) => Promise<void>;
};

/** When the next change may begin: not before the one that is `perHour` changes back is an hour old. */
const nextTurn = (past: readonly Instant[], perHour: number, now: Instant): Instant => {
  const oldest = past[past.length - perHour];
  return oldest === undefined ? now : Math.max(now, oldest + HOUR);
};

export const createPacer = ({ perHour = Infinity, past, clock, onWait }: PacerWish): Pacer => {
  let taken: readonly Instant[] = past;
  let before: Promise<unknown> = Promise.resolve();

  const take = async (signal: AbortSignal): Promise<Turn> => {
    signal.throwIfAborted();
    for (let at = nextTurn(taken, perHour, clock.now()); at > clock.now(); at = nextTurn(taken, perHour, clock.now())) {
      await onWait(at);
      await clock.until(at, signal);
    }
    const at = clock.now();
    taken = [...taken.filter((one) => one > at - HOUR), at];
    return { at, giveBack: () => void (taken = taken.toSpliced(taken.indexOf(at), taken.includes(at) ? 1 : 0)) };
  };
  return {
    turn: async (signal) => {
      const mine = before.then(() => take(signal));
      before = mine.catch(() => undefined);
      return mine;
    },
  };
};

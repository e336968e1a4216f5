import { performance } from "node:perf_hooks";
import type { Clock } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";
import { createWaiters } from "./waiters.ts";

/** A clock that flows like the real one and can be jumped forward; it never goes back. */
export type VirtualClock = Clock & {
  /** Jumps to `instant` and wakes everybody who waited for a moment up to it. One that has passed changes nothing. */
  advanceTo(instant: Instant): void;
  /** Jumps forward by milliseconds. Throws `TypeError` when they are negative or not finite. */
  advanceBy(milliseconds: number): void;
};

export type VirtualClockOptions = {
  /** What the clock shows first. */
  readonly start: Instant;
  /** Milliseconds that only grow, from wherever; the machine's own monotonic time by default. */
  readonly monotonic?: () => number;
};

/** The longest delay a timer takes before it overflows to one millisecond (2^31 - 1 ms, about 25 days). */
const LONGEST_DELAY = 2_147_483_647;

/** Its timer never keeps the program running by itself. */
export const createVirtualClock = ({
  start,
  monotonic = () => performance.now(),
}: VirtualClockOptions): VirtualClock => {
  const began = monotonic();
  const waiters = createWaiters();
  let jumped = 0;
  let timer: NodeJS.Timeout | undefined;

  const now = (): Instant => Math.floor(start + jumped + monotonic() - began);

  const settle = (): void => {
    clearTimeout(timer);
    waiters.wakeUntil(now());
    const next = waiters.earliest();
    timer = next === undefined ? undefined : setTimeout(settle, Math.min(next - now(), LONGEST_DELAY)).unref();
  };

  const advanceBy = (milliseconds: number): void => {
    if (!(milliseconds >= 0 && milliseconds < Infinity)) throw new TypeError("A clock only moves forward");
    jumped += milliseconds;
    settle();
  };

  const until = async (instant: Instant, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    if (instant <= now()) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter = { instant, wake: resolve };
    const abort = (): void => reject(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    waiters.add(waiter);
    settle();
    try {
      await promise;
    } finally {
      signal?.removeEventListener("abort", abort);
      waiters.remove(waiter);
      settle();
    }
  };

  return { now, until, advanceBy, advanceTo: (instant) => advanceBy(Math.max(0, instant - now())) };
};

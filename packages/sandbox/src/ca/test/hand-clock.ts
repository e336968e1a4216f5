import type { Clock } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";

/** A clock that stands still until it is set. */
export type HandClock = Clock & { readonly advance: (milliseconds: number) => void };

export const createHandClock = (start: Instant): HandClock => {
  let now = start;
  const waiting = new Set<{ readonly instant: Instant; readonly wake: () => void }>();

  return {
    now: () => now,
    until(instant, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      if (instant <= now) resolve();
      waiting.add({ instant, wake: resolve });
      signal?.addEventListener("abort", () => reject(signal.reason));
      return promise;
    },
    advance(milliseconds) {
      now += milliseconds;
      for (const { instant, wake } of waiting) if (instant <= now) wake();
    },
  };
};

import type { Instant } from "@hostseal/rules";

type Waiter = { readonly instant: Instant; readonly wake: () => void };

/** Those who wait for an instant, the earliest first; of two with the same instant the one who came first. */
export type Waiters = {
  add(waiter: Waiter): void;
  remove(waiter: Waiter): void;
  /** The instant of the earliest; undefined when nobody waits. */
  earliest(): Instant | undefined;
  /** Takes out and wakes everybody whose instant is not after `now`, in order. */
  wakeUntil(now: Instant): void;
};

export const createWaiters = (): Waiters => {
  const queue: Waiter[] = [];

  const placeFor = ({ instant }: Waiter): number => {
    let [low, high] = [0, queue.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((queue[middle]?.instant ?? Infinity) <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const isDue = (now: Instant): boolean => queue[0] !== undefined && queue[0].instant <= now;

  return {
    add: (waiter) => void queue.splice(placeFor(waiter), 0, waiter),
    remove: (waiter) => {
      const place = queue.indexOf(waiter);
      if (place >= 0) queue.splice(place, 1);
    },
    earliest: () => queue[0]?.instant,
    wakeUntil: (now) => {
      while (isDue(now)) queue.shift()?.wake();
    },
  };
};

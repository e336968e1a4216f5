import { expect, test } from "vitest";
import { createWaiters } from "./waiters.ts";

const wakeable = () => {
  const woken: string[] = [];
  const waiter = (name: string, instant: number) => ({ instant, wake: () => void woken.push(name) });
  return { woken, waiter };
};

test("of two who wait for the same instant the one who came first is woken first", () => {
  const { woken, waiter } = wakeable();
  const waiters = createWaiters();
  for (const name of ["first", "second", "third"]) waiters.add(waiter(name, 10));
  waiters.add(waiter("early", 5));
  waiters.wakeUntil(10);
  expect(woken).toEqual(["early", "first", "second", "third"]);
});

test("wakes nobody before the time, nobody twice, and nobody who left", () => {
  const { woken, waiter } = wakeable();
  const waiters = createWaiters();
  const gone = waiter("gone", 3);
  waiters.add(gone);
  waiters.add(waiter("here", 4));
  waiters.remove(gone);
  waiters.remove(gone);
  expect(waiters.earliest()).toBe(4);
  waiters.wakeUntil(3);
  expect(woken).toEqual([]);
  waiters.wakeUntil(9);
  waiters.wakeUntil(9);
  expect(woken).toEqual(["here"]);
  expect(waiters.earliest()).toBeUndefined();
});

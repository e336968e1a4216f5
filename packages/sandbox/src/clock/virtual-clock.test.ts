import { setTimeout as sleep } from "node:timers/promises";
import { DAY, fromIso, SECOND } from "@hostseal/rules";
import * as fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createVirtualClock } from "./virtual-clock.ts";

const start = fromIso("2026-11-21");

const frozen = () => createVirtualClock({ start, monotonic: () => 0 });

describe("the virtual clock", () => {
  test("starts where it was told and flows with monotonic time", () => {
    let passed = 1_000;
    const clock = createVirtualClock({ start, monotonic: () => passed });
    expect(clock.now()).toBe(start);
    passed += 1_500.7;
    expect(clock.now()).toBe(start + 1_500);
  });

  test("wakes a waiter when time flows to its instant", async () => {
    const clock = createVirtualClock({ start });
    const instant = clock.now() + 30;
    await Promise.all([clock.until(instant), sleep(60)]);
    expect(clock.now()).toBeGreaterThanOrEqual(instant);
  });

  test("wakes a waiter years away the moment it is jumped there", async () => {
    const clock = createVirtualClock({ start });
    const waiting = clock.until(start + 5 * 365 * DAY);
    clock.advanceBy(5 * 365 * DAY);
    await waiting;
    expect(clock.now()).toBeGreaterThanOrEqual(start + 5 * 365 * DAY);
  });

  test("wakes waiters in the order of their instants, whatever order they came in", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }), async (delays) => {
        const clock = frozen();
        const woken: number[] = [];
        const waiting = delays.map(async (delay) => {
          await clock.until(start + delay);
          woken.push(delay);
        });
        clock.advanceBy(50);
        await Promise.all(waiting);
        expect(woken).toEqual(delays.toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  test("leaves those asleep whose instant has not come", async () => {
    const clock = frozen();
    let woken = false;
    const waiting = clock.until(start + 2 * DAY).then(() => (woken = true));
    clock.advanceBy(2 * DAY - 1);
    await sleep(5);
    expect(woken).toBe(false);
    clock.advanceBy(1);
    await waiting;
  });

  test("answers at once for an instant that has passed", async () => {
    await frozen().until(start);
    await frozen().until(start - DAY);
  });

  test("never goes back", () => {
    const clock = frozen();
    clock.advanceTo(start + DAY);
    clock.advanceTo(start);
    expect(clock.now()).toBe(start + DAY);
    expect(() => clock.advanceBy(-1)).toThrow(TypeError);
    expect(() => clock.advanceBy(Number.NaN)).toThrow(TypeError);
    expect(clock.now()).toBe(start + DAY);
  });

  test("rejects with the signal's reason, before and while waiting, and forgets that waiter only", async () => {
    const clock = frozen();
    const reason = new Error("no longer needed");
    await expect(clock.until(start + DAY, AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const aborted = clock.until(start + DAY, controller.signal);
    const other = clock.until(start + DAY);
    controller.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    clock.advanceBy(DAY);
    await other;
  });

  test("keeps no timer for those who no longer wait", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const clock = frozen();
    const controller = new AbortController();
    const aborted = clock.until(start + DAY, controller.signal);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort(new Error("enough"));
    await expect(aborted).rejects.toThrow("enough");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("sleeps through a wait that is longer than a timer can be", async () => {
    let looks = 0;
    const clock = createVirtualClock({ start, monotonic: () => (looks += 1) && 0 });
    const waiting = clock.until(start + 60 * DAY);
    const before = looks;
    await sleep(30);
    expect(looks).toBe(before);
    clock.advanceBy(60 * DAY);
    await waiting;
  });

  test("a jump between two short waits does not lose the second", async () => {
    const clock = frozen();
    const twice = (async () => {
      await clock.until(start + SECOND);
      await clock.until(start + 3 * SECOND);
    })();
    clock.advanceTo(start + 2 * SECOND);
    await sleep(1);
    clock.advanceTo(start + 4 * SECOND);
    await twice;
  });
});

import { HOUR, type Instant, MINUTE } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { createPacer } from "./pacer.ts";

/** A clock that jumps to whatever is waited for. */
const jumpingClock = () => {
  let time = 0;
  return {
    now: () => time,
    until: async (instant: Instant) => void (time = Math.max(time, instant)),
  };
};

const open = (perHour: number | undefined, past: readonly Instant[] = []) => {
  const waits: Instant[] = [];
  const clock = jumpingClock();
  const pacer = createPacer({ perHour, past, clock, onWait: async (until) => void waits.push(until) });
  const signal = new AbortController().signal;
  return { waits, clock, turn: async () => pacer.turn(signal), pacer };
};

describe("the pacer", () => {
  test("lets as many begin within an hour as are allowed, and the next one when the first is an hour old", async () => {
    const { turn, clock, waits } = open(2);
    expect((await turn()).at).toBe(0);
    await clock.until(10 * MINUTE);
    const [second, third, fourth] = await Promise.all([turn(), turn(), turn()]);
    expect([second.at, third.at, fourth.at]).toEqual([10 * MINUTE, HOUR, HOUR + 10 * MINUTE]);
    expect(waits).toEqual([HOUR, HOUR + 10 * MINUTE]);
  });

  test("counts what was changed before it was made", async () => {
    const { turn } = open(1, [-HOUR / 2]);
    expect((await turn()).at).toBe(HOUR / 2);
  });

  test("gives a turn that was not used to the next", async () => {
    const { turn, waits } = open(1);
    (await turn()).giveBack();
    expect((await turn()).at).toBe(0);
    expect(waits).toEqual([]);
  });

  test("holds nobody back without a limit", async () => {
    const { turn, waits } = open(undefined);
    for (let change = 0; change < 50; change += 1) await turn();
    expect(waits).toEqual([]);
  });

  test("lets nobody begin who was asked to stop, and goes on with the others", async () => {
    const { pacer, turn } = open(1);
    const stopped = AbortSignal.abort(new Error("stopped"));
    await expect(pacer.turn(stopped)).rejects.toThrow("stopped");
    expect((await turn()).at).toBe(0);
  });
});

import { describe, expect, test } from "vitest";
import { watchForInterrupts } from "./watch-for-interrupts.ts";

const program = (times: readonly bigint[]) => {
  const listeners: (() => void)[] = [];
  const exits: unknown[] = [];
  const moments = [...times];
  const fake = {
    on: (_name: string, listener: () => void) => void listeners.push(listener),
    exit: (code: unknown) => void exits.push(code),
    hrtime: { bigint: () => moments.shift() ?? 0n },
  };
  return { fake: fake as unknown as NodeJS.Process, exits, send: () => listeners[0]?.() };
};

describe("interruptions", () => {
  test("the first lets work end in good order, and its echo changes nothing", () => {
    const { fake, exits, send } = program([5n, 900_000_000n]);
    const { signal } = watchForInterrupts(fake);
    send();
    send();
    expect(signal.aborted).toBe(true);
    expect(exits).toEqual([]);
  });

  test("a second one, later, ends the process at once", () => {
    const { fake, exits, send } = program([5n, 2_000_000_000n]);
    watchForInterrupts(fake);
    send();
    send();
    expect(exits).toEqual([130]);
  });
});

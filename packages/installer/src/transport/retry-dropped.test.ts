import { expect, test } from "vitest";
import { createGates } from "./gates.ts";
import { retryDropped } from "./retry-dropped.ts";
import type { SshTarget } from "./transport.ts";

const target: SshTarget = {
  host: "web",
  address: "192.0.2.1",
  port: 22,
  user: "root",
  login: { kind: "agent", socket: "/agent" },
  hostKeys: { kind: "known-hosts", files: [] },
  jumps: [],
};

/** Attempts that end like this, one after the other, and the pauses between them. */
const patiently = async (outcomes: readonly string[], drawn: number) => {
  const pauses: number[] = [];
  const left = [...outcomes];
  const outcome = await retryDropped(
    target,
    { run: async () => left.shift() ?? "none left", wasDropped: (one) => one === "dropped" },
    {
      clock: { now: () => 0, until: async (instant) => void pauses.push(instant) },
      random: { bytes: (count) => new Uint8Array(count).fill(drawn) },
      gates: createGates(1),
      signal: undefined,
    },
  );
  return { outcome, pauses };
};

test("what is not dropped is not repeated", async () => {
  expect(await patiently(["unauthorised", "ready"], 0)).toEqual({ outcome: "unauthorised", pauses: [] });
});

test("what is dropped is tried three times in all", async () => {
  expect((await patiently(["dropped", "dropped", "ready"], 0)).outcome).toBe("ready");
  expect((await patiently(["dropped", "dropped", "dropped", "ready"], 0)).outcome).toBe("dropped");
});

test("the pause grows, and is drawn between once and twice its length", async () => {
  const all = ["dropped", "dropped", "dropped"];
  expect((await patiently(all, 0)).pauses).toEqual([400, 800]);
  expect((await patiently(all, 0xff)).pauses).toEqual([799, 1_599]);
});

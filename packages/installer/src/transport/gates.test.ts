import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { createGates } from "./gates.ts";

test("a bounded number passes at a time, each name for itself", async () => {
  const gates = createGates(2);
  const [inside, most] = [new Map<string, number>(), new Map<string, number>()];
  const work = (name: string) => async () => {
    inside.set(name, (inside.get(name) ?? 0) + 1);
    most.set(name, Math.max(most.get(name) ?? 0, inside.get(name) ?? 0));
    await pause(1);
    inside.set(name, (inside.get(name) ?? 0) - 1);
    return name;
  };
  const names = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? "a" : "b"));
  expect(await Promise.all(names.map(async (name) => gates.pass(name, work(name))))).toEqual(names);
  expect([...most.values()]).toEqual([2, 2]);
});

test("who fails inside lets the next one in", async () => {
  const gates = createGates(1);
  const failing = gates.pass("a", async () => Promise.reject(new Error("no")));
  const next = gates.pass("a", async () => "in");
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("in");
});

import { expect, test } from "vitest";
import { createGate } from "./gate.ts";

test("lets no more than the limit through at once, and everybody in the end", async () => {
  const gate = createGate(3);
  let [inside, most] = [0, 0];
  const task = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 20 }, () => gate(task)));
  expect([most, inside]).toEqual([3, 0]);
});

test("makes room again after a failure", async () => {
  const gate = createGate(1);
  await expect(gate(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  await expect(gate(() => Promise.resolve("next"))).resolves.toBe("next");
});

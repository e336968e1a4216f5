import { describe, expect, it } from "vitest";
import { createTurns } from "./turns.ts";

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("turns", () => {
  it("are taken one after the other for one key, and at once for two", async () => {
    const turns = createTurns();
    const steps: string[] = [];
    const act = (name: string) => async () => {
      steps.push(`${name} begins`);
      await pause();
      steps.push(`${name} ends`);
    };
    await Promise.all([turns.take("x", act("1")), turns.take("x", act("2")), turns.take("y", act("3"))]);
    expect(steps.filter((step) => !step.startsWith("3"))).toEqual(["1 begins", "1 ends", "2 begins", "2 ends"]);
    expect(steps.indexOf("3 begins")).toBeLessThan(steps.indexOf("1 ends"));
  });

  it("go on after one that failed, and tell its failure to whoever took it", async () => {
    const turns = createTurns();
    const failed = turns.take("x", async () => {
      throw new Error("no");
    });
    const next = turns.take("x", async () => "yes");
    await expect(failed).rejects.toThrow("no");
    expect(await next).toBe("yes");
  });
});

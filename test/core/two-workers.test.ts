import type { Advanced, Order, OrderId } from "@hostseal/core";
import { advance, isFailure } from "@hostseal/core";
import { beforeAll, describe, expect, test } from "vitest";
import { Killed, createMortality } from "../doubles/mortality.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { SHOP, START, WWW, ask, confirmed, orderOf, until, verdictOf } from "./story.ts";

/** One try of one worker; that another worker was faster is no harm. */
const tryOnce = async (simulation: Simulation, id: OrderId): Promise<Advanced | undefined> => {
  try {
    return await advance(simulation.world, id);
  } catch (thrown) {
    if (!isFailure(thrown, "store.stale")) throw thrown;
    return undefined;
  }
};

const isWaiting = (advanced: Advanced | undefined): boolean => advanced?.decision.kind === "wait";

/** All workers at once, again and again, until all of them wait. */
const race = async (simulation: Simulation, id: OrderId, workers: number): Promise<void> => {
  for (let round = 0; round < 200; round += 1) {
    const results = await Promise.all(Array.from({ length: workers }, () => tryOnce(simulation, id)));
    if (results.every(isWaiting)) return;
  }
  throw new TypeError("the workers never came to rest");
};

/** Lets the customer ask for something while a call to the outside is under way. */
const interrupted = async (
  simulation: Simulation,
  id: OrderId,
  during: "place" | "apply",
  question: () => Promise<Order>,
): Promise<Advanced | undefined> => {
  const { world, issuer, host } = simulation;
  const interruptedWorld = {
    ...world,
    issuer: () => ({
      ...issuer,
      place: async (...request: Parameters<typeof issuer.place>) => {
        const placed = await issuer.place(...request);
        if (during === "place") await question();
        return placed;
      },
    }),
    host: () => ({
      ...host,
      apply: async (...plan: Parameters<typeof host.apply>) => {
        await host.apply(...plan);
        if (during === "apply") await question();
      },
    }),
  };
  return tryOnce({ ...simulation, world: interruptedWorld }, id);
};

describe("an order that several workers advance at once", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (): Simulation => createSimulation({ start: START, authority, names: [SHOP, WWW] });

  test.each([2, 3, 5])("is submitted, installed and told of once by %d workers", async (workers) => {
    const simulation = start();
    const id = await confirmed(simulation);
    await race(simulation, id, workers);
    const order = await orderOf(simulation, id);
    expect(order.charges).toHaveLength(1);
    expect(simulation.issuer.books.orders()).toBe(1);
    expect(simulation.host.world.applications()).toBe(1);
    expect(simulation.host.world.served(SHOP)).toBe(order.certificate?.sha256);
    expect(simulation.mails).toHaveLength(1);
    expect(simulation.secrets.size).toBe(0);
    expect(await verdictOf(simulation, id)).toMatchObject({ kind: "intact" });
  });

  test.each(["prepare-key", "submit"] as const)(
    "is taken up by one of them after a kill in the middle of %s",
    async (step) => {
      const dying = createMortality((moment) => moment === fatal);
      let fatal = 0;
      const simulation = createSimulation({ start: START, authority, names: [SHOP, WWW], mortality: dying });
      const id = await confirmed(simulation);
      await until(simulation, id, ({ enrolment, balance }) =>
        step === "prepare-key"
          ? enrolment !== undefined
          : enrolment?.phase.kind === "prepared" && balance !== undefined,
      );
      fatal = dying.moments() + 3;
      await expect(advance(simulation.world, id)).rejects.toThrow(Killed);
      dying.revive();
      expect((await orderOf(simulation, id)).intent?.step.kind).toBe(step);
      await race(simulation, id, 4);
      const order = await orderOf(simulation, id);
      expect(order.state.kind).toBe("active");
      expect([simulation.issuer.books.orders(), order.charges.length, simulation.secrets.size]).toEqual([1, 1, 0]);
      expect(simulation.host.world.served(SHOP)).toBe(order.certificate?.sha256);
    },
  );

  test("loses neither the customer's cancellation nor the order at the issuer that it crossed with", async () => {
    const simulation = start();
    const id = await confirmed(simulation);
    await until(
      simulation,
      id,
      ({ enrolment, balance }) => enrolment?.phase.kind === "prepared" && balance !== undefined,
    );
    expect(await interrupted(simulation, id, "place", () => ask(simulation, id, { kind: "cancel" }))).toBeUndefined();
    await race(simulation, id, 1).catch(() => undefined);
    const order = await orderOf(simulation, id);
    expect(order.state).toMatchObject({ kind: "ended", because: { kind: "refunded" } });
    expect(order.charges).toHaveLength(1);
    expect([simulation.issuer.books.orders(), simulation.issuer.books.charges()]).toEqual([1, 0]);
  });

  test("installs afresh after a command crossed with the installation", async () => {
    const simulation = start();
    const id = await confirmed(simulation);
    await until(simulation, id, ({ enrolment }) => enrolment?.phase.kind === "issued");
    expect(
      await interrupted(simulation, id, "apply", () => ask(simulation, id, { kind: "check-again" })),
    ).toBeUndefined();
    await race(simulation, id, 1);
    const order = await orderOf(simulation, id);
    expect(order.state.kind).toBe("active");
    expect(simulation.host.world.served(SHOP)).toBe(order.certificate?.sha256);
    expect(await verdictOf(simulation, id)).toMatchObject({ kind: "intact" });
  });
});

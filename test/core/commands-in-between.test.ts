import { failure, type Order, runCommand, type Store } from "@hostseal/core";
import { describe, expect, it } from "vitest";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulation, type Simulation } from "../doubles/simulation.ts";
import { CUSTOMER, ID, SHOP, START } from "./story.ts";

/** A store in which somebody else is faster, so many times. */
const contested = (store: Store, times: number): Store => {
  let left = times;
  return {
    ...store,
    put: (order: Order, version: number) => {
      if (left === 0) return store.put(order, version);
      left -= 1;
      throw failure("store.stale", { document: `Order ${order.id}` });
    },
  };
};

const drafted = async (): Promise<Simulation> => {
  const simulation = createSimulation({
    start: START,
    authority: await createSimulatedAuthority(START),
    names: [SHOP],
  });
  await simulation.create();
  return simulation;
};

const cancelWith = async (times: number): Promise<Order> => {
  const { world, store } = await drafted();
  return runCommand({ ...world, store: contested(store, times) }, ID, { kind: "cancel" }, CUSTOMER);
};

describe("a command while the order is worked on", () => {
  it("is answered anew when somebody else changed the order in between", async () => {
    expect((await cancelWith(3)).request).toMatchObject({ kind: "cancel" });
  });

  it("gives up when somebody else is always faster", async () => {
    await expect(cancelWith(1_000)).rejects.toMatchObject({ code: "store.stale" });
  });
});

import type { OrderId, World } from "@hostseal/core";
import { asId, failure, runDue } from "@hostseal/core";
import { DAY, MINUTE, RULES_EDITION } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { SHOP, START, confirmed, orderOf } from "./story.ts";

const ids = [1, 2, 3].map((number) => asId<OrderId>(`ord_${number}`));
const [ILL = asId<OrderId>("ord_1")] = ids;

/** A world in which one order cannot be read. */
const withIllOrder = ({ world, store }: Simulation, thrown: Error): World => ({
  ...world,
  store: {
    ...world.store,
    get: async (id, scope) => (id === ILL ? Promise.reject(thrown) : store.get(id, scope)),
  },
});

describe("the scheduler", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = async (): Promise<Simulation> => {
    const simulation = createSimulation({ start: START, authority, names: [SHOP] });
    for (const _order of ids) await confirmed(simulation);
    return simulation;
  };

  test("settles every order whose time has come, and says how many", async () => {
    const simulation = await start();
    expect(await runDue(simulation.world)).toBe(3);
    for (const id of ids) expect((await orderOf(simulation, id)).state.kind).toBe("active");
    expect(await runDue(simulation.world)).toBe(0);
  });

  test.each<readonly [string, Error]>([
    ["whose document is damaged", failure("store.corrupt", { document: "ord_1", because: "cut off" })],
    ["on which we have a mistake", new TypeError("ours")],
  ])("is not stopped by an order %s, and leaves it alone for a while", async (_case, thrown) => {
    const simulation = await start();
    const logged: string[] = [];
    const world: World = {
      ...withIllOrder(simulation, thrown),
      log: { emit: ({ event, level }) => (level === "failure" ? logged.push(event) : undefined) },
    };
    const stuck = new Map();
    expect(await runDue(world, undefined, stuck)).toBe(3);
    expect(logged).toEqual(["order.stuck"]);
    for (const id of ids.slice(1)) expect((await orderOf(simulation, id)).state.kind).toBe("active");
    expect(await runDue(world, undefined, stuck)).toBe(0);
    simulation.clock.set(START + 10 * MINUTE);
    expect(await runDue(simulation.world, undefined, stuck)).toBe(1);
    expect((await orderOf(simulation, ILL)).state.kind).toBe("active");
  });

  test("passes over an order that somebody else is working on", async () => {
    const simulation = await start();
    const world: World = {
      ...simulation.world,
      store: {
        ...simulation.world.store,
        put: async (order, version) => {
          if (order.id === ILL) throw failure("store.stale", { document: ILL });
          return simulation.store.put(order, version);
        },
      },
    };
    const stuck = new Map();
    expect(await runDue(world, undefined, stuck)).toBe(3);
    expect(stuck.size).toBe(0);
    expect((await orderOf(simulation, ILL)).state.kind).toBe("placed");
  });

  test("looks again at every order when the rules have changed", async () => {
    const simulation = await start();
    await runDue(simulation.world);
    for (const id of ids) {
      const stored = await simulation.store.get(id, { kind: "everything" });
      if (stored === undefined) throw new TypeError("it is gone");
      const next = { ...stored.order.next, rulesEdition: "of last year" };
      await simulation.store.put({ ...stored.order, next }, stored.version);
    }
    expect(await runDue(simulation.world)).toBe(3);
    for (const id of ids) expect((await orderOf(simulation, id)).next.rulesEdition).toBe(RULES_EDITION);
    expect(await runDue(simulation.world)).toBe(0);
    simulation.clock.set(START + 150 * DAY);
    expect(await runDue(simulation.world)).toBe(3);
  });
});

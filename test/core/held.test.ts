import { asId, type CustomerId, decide, type HostId, settle, standingOf } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { beforeAll, expect, test } from "vitest";
import { createSimulatedAuthority, type SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulation, type Simulation, type SimulationSettings } from "../doubles/simulation.ts";
import { activeFor, ask, confirmed, ID, liveUntil, SHOP, START, WWW } from "./story.ts";

const HALF_A_YEAR = 182 * DAY;

let authority: SimulatedAuthority;
beforeAll(async () => {
  authority = await createSimulatedAuthority(START);
});
const start = (settings: Partial<SimulationSettings> = {}): Simulation =>
  createSimulation({ start: START, authority, names: [SHOP, WWW], ...settings });

test("an order whose account is suspended begins nothing new, and goes on when that is over", async () => {
  const simulation = start();
  await activeFor(simulation, DAY);
  await ask(simulation, ID, { kind: "hold", because: "account-suspended" });
  const held = await liveUntil(simulation, ID, START + HALF_A_YEAR);
  expect(held.order.certificates).toBe(1);
  expect(standingOf(held.order, decide(held.order, simulation.clock.now()))).toBe("paused");
  await ask(simulation, ID, { kind: "release" });
  const { order } = await liveUntil(simulation, ID, START + HALF_A_YEAR + 2 * DAY);
  expect(order.hold).toBeUndefined();
  expect(order.certificates).toBe(2);
});

test("proofs that lie in the world are taken back while an order is held, and published again afterwards", async () => {
  const simulation = start({ spreads: () => false });
  const id = await confirmed(simulation);
  await settle(simulation.world, id);
  expect(simulation.host.world.litter()).toBeGreaterThan(0);
  await ask(simulation, id, { kind: "hold", because: "account-removed" });
  await settle(simulation.world, id);
  expect(simulation.host.world.litter()).toBe(0);
  await ask(simulation, id, { kind: "release" });
  await settle(simulation.world, id);
  expect(simulation.host.world.litter()).toBeGreaterThan(0);
});

test("the same news again changes nothing", async () => {
  const simulation = start();
  await activeFor(simulation, DAY);
  const first = await ask(simulation, ID, { kind: "hold", because: "account-suspended" });
  const second = await ask(simulation, ID, { kind: "hold", because: "account-suspended" });
  expect(second.journal.sequence).toBe(first.journal.sequence);
  await ask(simulation, ID, { kind: "release" });
  const released = await ask(simulation, ID, { kind: "release" });
  expect(released.journal.sequence).toBe(first.journal.sequence + 1);
});

test("an account with another name takes its orders with it: owner, sites, keys and what is to be undone", async () => {
  const simulation = start();
  await activeFor(simulation, DAY);
  const before = (await simulation.world.store.get(ID, { kind: "everything" }))?.order;
  const from = before?.wishes.installations[0]?.host ?? asId<HostId>("");
  const move = { kind: "move", customer: asId<CustomerId>("bob"), from, to: asId<HostId>("panel/bob") } as const;
  const after = await ask(simulation, ID, move);
  expect(after.customer).toBe("bob");
  expect(after.wishes.installations.map(({ host }) => host)).toEqual(["panel/bob"]);
  const { journal, ...rest } = after;
  expect(JSON.stringify(rest)).not.toContain(`"host":"${from}"`);
  expect(journal.entries.at(-1)?.event).toMatchObject({ kind: "order.moved", from });
  expect((await ask(simulation, ID, move)).journal.sequence).toBe(journal.sequence);
});

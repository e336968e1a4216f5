import { settle } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ID, SHOP, START, WWW, ask, confirmed, liveUntil, orderOf, settled, verdictOf } from "./story.ts";

const never = () => false;

const expectSmall = async (simulation: Simulation): Promise<void> => {
  const order = await orderOf(simulation, ID);
  expect(order.journal.entries.length).toBeLessThan(210);
  expect(JSON.stringify(order).length).toBeLessThan(300_000);
  expect(await verdictOf(simulation, ID)).toMatchObject({ kind: "intact", entries: order.journal.sequence });
};

describe("the document of an order stays small, and its journal whole", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (settings: Partial<SimulationSettings>): Simulation =>
    createSimulation({ start: START, authority, names: [SHOP, WWW], ...settings });

  test.each<readonly [string, Partial<SimulationSettings>]>([
    ["waits for a proof", { spreads: never }],
    ["waits to be installed by hand", { installs: false }],
    ["waits for a site that does not come back", { hosts: [{}, { moods: () => "unreachable", hasZone: false }] }],
    ["has mails that nobody takes", { mailMoods: () => "unreachable" }],
  ])("while it %s for two months", async (_case, settings) => {
    const simulation = start(settings);
    await confirmed(simulation);
    await liveUntil(simulation, ID, START + 60 * DAY);
    await expectSmall(simulation);
  });

  test("while it is a draft that CAA blocks and nobody looks at", async () => {
    const simulation = start({ caa: () => ({ kind: "failed", at: SHOP, because: "servfail", server: "192.0.2.53" }) });
    await simulation.create();
    await liveUntil(simulation, ID, START + 60 * DAY);
    await expectSmall(simulation);
  });

  test("when it is over and a mail cannot be delivered for a year", async () => {
    const simulation = start({ mailMoods: () => "unreachable" });
    await settled(simulation);
    await ask(simulation, ID, { kind: "revoke", reason: "superseded" });
    await settle(simulation.world, ID);
    await liveUntil(simulation, ID, START + 300 * DAY);
    await expectSmall(simulation);
  });
});

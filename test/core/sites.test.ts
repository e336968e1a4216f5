import { asId, settle } from "@hostseal/core";
import { DAY, MINUTE } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { changingMood } from "../doubles/moods.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import {
  ID,
  SHOP,
  START,
  WWW,
  ask,
  confirmed,
  eventsOf,
  journalOf,
  liveUntil,
  orderOf,
  served,
  settled,
} from "./story.ts";

const days = (count: number, after: number) => Array.from({ length: count }, (_, index) => after + (index + 1) * DAY);

describe("a certificate on its way to its sites", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (settings: Partial<SimulationSettings> = {}): Simulation =>
    createSimulation({ start: START, authority, names: [SHOP, WWW], years: 2, ...settings });

  test("comes to one site after the other, never to two at once", async () => {
    const simulation = start({ hosts: [{}, {}] });
    const id = await confirmed(simulation);
    const seen: string[] = [];
    await settle(simulation.world, id, ({ events }) => {
      for (const event of events)
        if (event.kind === "install.applied" || event.kind === "install.committed")
          seen.push(`${event.host} ${event.kind}`);
    });
    expect(seen).toEqual([
      "host-1 install.applied",
      "host-1 install.committed",
      "host-2 install.applied",
      "host-2 install.committed",
    ]);
  });

  test.each([0, 1])("comes to the other site although host %d fails, and to that one when it is back", async (ill) => {
    const trouble = changingMood("unreachable");
    const hosts = [0, 1].map((index) => (index === ill ? { moods: trouble.moods, hasZone: false } : {}));
    const simulation = start({ hosts });
    const { order, decision } = await settled(simulation);
    expect(decision).toMatchObject({ kind: "wait", reason: "step.failed", actor: "operator" });
    expect(served(simulation).map((one) => one !== undefined)).toEqual([ill !== 0, ill !== 1]);
    expect(order.certificate).toBeUndefined();
    expect(simulation.secrets.size).toBe(1);
    trouble.set("well");
    const later = await liveUntil(simulation, ID, START + DAY);
    expect(served(simulation)).toEqual([later.order.certificate?.sha256, later.order.certificate?.sha256]);
    expect(simulation.secrets.size).toBe(0);
  });

  test("is not held up for good by a site that never comes back: the other one is reissued in time", async () => {
    const simulation = start({ hosts: [{}, { moods: () => "unreachable", hasZone: false }] });
    await confirmed(simulation);
    const { order } = await liveUntil(simulation, ID, START + 260 * DAY);
    const [now] = served(simulation);
    const collected = (await journalOf(simulation, ID)).flatMap(({ event }) =>
      event.kind === "certificate.collected" ? [event.certificate] : [],
    );
    const present = collected.find(({ sha256 }) => sha256 === now);
    expect(collected.length).toBeGreaterThan(2);
    expect(present?.notAfter).toBeGreaterThan(simulation.clock.now());
    expect(order.state.kind).toBe("active");
    expect(simulation.secrets.size).toBe(1);
  });

  test("is taken back when nobody sees it, and tried again ever more seldom", async () => {
    const simulation = start({ hosts: [{ serves: () => false }] });
    await confirmed(simulation);
    await liveUntil(simulation, ID, START + 5 * DAY);
    const tries = await eventsOf(simulation, "install.rolled-back");
    expect(tries.map(({ at }) => at - START)).toEqual([0, MINUTE, 11 * MINUTE, 111 * MINUTE, ...days(4, 111 * MINUTE)]);
    expect(simulation.host.world.applications()).toBe(tries.length);
  });

  test("stays the old one for visitors until the new one is seen", async () => {
    let sees = true;
    const simulation = start({ hosts: [{ serves: () => sees }] });
    await settled(simulation);
    const [old] = served(simulation);
    simulation.clock.set(START + DAY);
    await ask(simulation, ID, { kind: "reissue", names: [SHOP, WWW] });
    sees = false;
    await settle(simulation.world, ID);
    sees = true;
    expect(served(simulation)).toEqual([old]);
    const { order } = await liveUntil(simulation, ID, START + 2 * DAY);
    expect(order.certificate?.sha256).not.toBe(old);
    expect(served(simulation)).toEqual([order.certificate?.sha256]);
  });

  test("is looked at again at once when a person says that something has changed", async () => {
    const trouble = changingMood("unauthorised");
    const simulation = start({ hosts: [{}, { moods: trouble.moods, hasZone: false }] });
    await settled(simulation);
    trouble.set("well");
    await settle(simulation.world, ID);
    expect(served(simulation)[1]).toBeUndefined();
    await ask(simulation, ID, { kind: "check-again" });
    await settle(simulation.world, ID);
    expect(served(simulation)[1]).toBe(served(simulation)[0]);
  });

  /** A host that dies in the middle of an installation: the certificate is there, and nothing answers any more. */

  test("goes by a key that never leaves its host, and the key before it is forgotten there", async () => {
    const simulation = start({ hosts: [{ keepsKeys: true }] });
    const { order } = await settled(simulation);
    expect(order.certificate?.key).toMatchObject({ kind: "host", host: "host-1" });
    expect(simulation.secrets.size).toBe(0);
    await liveUntil(simulation, ID, START + 150 * DAY);
    expect((await orderOf(simulation)).certificates).toBe(2);
    expect(simulation.host.world.keys()).toBe(1);
  });

  test("goes by one key of ours to two hosts, although each could keep one of its own", async () => {
    const simulation = start({ hosts: [{ keepsKeys: true }, { keepsKeys: true }] });
    const { order } = await settled(simulation);
    expect(order.certificate?.key).toEqual({ kind: "destroyed" });
    expect(served(simulation)).toEqual([order.certificate?.sha256, order.certificate?.sha256]);
    expect(simulation.hosts.map(({ world }) => world.keys())).toEqual([0, 0]);
  });

  test("does not come to a site that has none of its names, nor to one that is gone", async () => {
    const simulation = start();
    const other = await settled(start({ hosts: [{}, { names: [], hasZone: false }] }));
    expect(other.decision).toMatchObject({ reason: "step.failed", actor: "operator" });
    const id = await confirmed(simulation, {
      wishes: { installations: [{ host: asId("host-1"), site: asId("elsewhere") }], methods: {} },
    });
    const { decision } = await settle(simulation.world, id);
    expect(decision).toMatchObject({
      reason: "step.failed",
      parameters: { problem: "host-1 has no site elsewhere.", fix: "Choose a site that the host lists." },
    });
  });
});

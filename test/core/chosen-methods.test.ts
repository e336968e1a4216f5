import type { MethodChoice } from "@hostseal/core";
import { failure, settle } from "@hostseal/core";
import { HOUR, MINUTE } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { first } from "../doubles/cycle.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ID, SHOP, START, WWW, ask, liveUntil, name, settled } from "./story.ts";
import { withIssuer } from "./with-issuer.ts";

const STAR = name("*.shop.example.com");
const EMAIL = { method: "email", address: "admin@example.com" } as const;
const never = () => false;

const choose = (simulation: Simulation, choice: MethodChoice) =>
  ask(simulation, ID, { kind: "choose-method", name: SHOP, choice });

describe("the way to prove control", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (settings: Partial<SimulationSettings> = {}): Simulation =>
    createSimulation({ start: START, authority, names: [SHOP, WWW], ...settings });

  test("may be another for each name of an order", async () => {
    const simulation = start({ names: [SHOP, WWW, STAR], hosts: [{ hasWebroot: true }] });
    const wishes = {
      installations: [],
      methods: { [SHOP]: { method: "file" }, [WWW]: EMAIL, [STAR]: { method: "dns-cname" } },
    } as const;
    await settled(simulation, { wishes });
    const { order } = await liveUntil(simulation, ID, START + MINUTE);
    expect(order.state.kind).toBe("active");
    expect(order.completed.map(({ method }) => method).sort()).toEqual(["dns-cname", "email", "file"]);
    expect(simulation.host.world.litter()).toBe(0);
  });

  test("can be changed to e-mail while it waits; what was published for the old way is taken back", async () => {
    let spread = false;
    const simulation = start({ spreads: () => spread, personActs: () => spread });
    await settled(simulation);
    expect(simulation.host.world.litter()).toBe(2);
    await choose(simulation, EMAIL);
    const { decision } = await settle(simulation.world, ID);
    expect(decision).toMatchObject({ reason: "proof.mail", parameters: { address: "admin@example.com" } });
    expect(simulation.host.world.litter()).toBe(1);
    spread = true;
    const { order } = await liveUntil(simulation, ID, START + HOUR);
    expect(order.state.kind).toBe("active");
    expect(order.completed.map(({ method, byHand }) => [method, byHand])).toEqual([
      ["email", true],
      ["dns-txt", false],
    ]);
    expect(simulation.host.world.litter()).toBe(0);
  });

  test("that two names share stays while one of them still needs it", async () => {
    const simulation = start({ names: [SHOP, STAR], spreads: never, personActs: never });
    await settled(simulation);
    expect(simulation.host.world.litter()).toBe(1);
    await choose(simulation, EMAIL);
    await settle(simulation.world, ID);
    expect(simulation.host.world.litter()).toBe(1);
  });

  test("goes to another address when the customer corrects it", async () => {
    const simulation = start({ names: [SHOP], personActs: never });
    await settled(simulation, { wishes: { installations: [], methods: { [SHOP]: EMAIL } } });
    const choice = { method: "email", address: "postmaster@example.com" } as const;
    await choose(simulation, choice);
    const { decision } = await settle(simulation.world, ID);
    expect(decision).toMatchObject({ reason: "proof.mail", parameters: { address: "postmaster@example.com" } });
  });

  test("is asked for once from an issuer that takes no notice of the choice", async () => {
    let told = 0;
    const simulation = withIssuer(start({ names: [SHOP], spreads: never, personActs: never }), (issuer) => ({
      setValidation: async (ref) => {
        told += 1;
        return issuer.look(ref);
      },
    }));
    await settled(simulation);
    await choose(simulation, EMAIL);
    await settle(simulation.world, ID);
    expect(told).toBe(1);
  });

  test("chosen anew counts at once, although the choice before was refused for a day", async () => {
    const refuses = first(1, true, false);
    const simulation = withIssuer(start({ names: [SHOP], spreads: never, personActs: never }), (issuer) => ({
      setValidation: async (...change) => {
        if (refuses()) throw failure("issuer.rejected", { issuer: "Simulated CA", because: "not for this name" });
        return issuer.setValidation(...change);
      },
    }));
    await settled(simulation);
    await choose(simulation, { method: "dns-cname" });
    expect((await settle(simulation.world, ID)).decision).toMatchObject({ reason: "step.failed" });
    await choose(simulation, EMAIL);
    expect((await settle(simulation.world, ID)).decision).toMatchObject({ reason: "proof.mail" });
  });

  test("chosen anew is shown to the issuer as soon as it is there, however seldom it was asked before", async () => {
    let isWrong = true;
    const objects = () => (isWrong ? ("wrong-value" as const) : undefined);
    const simulation = start({ names: [SHOP], habits: { objects, examinesByItself: false } });
    await settled(simulation);
    await liveUntil(simulation, ID, START + 30 * HOUR);
    simulation.clock.set(START + 30 * HOUR + MINUTE);
    isWrong = false;
    await choose(simulation, { method: "dns-cname" });
    expect((await settle(simulation.world, ID)).order.state.kind).toBe("active");
  });
});

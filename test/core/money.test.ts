import { failure } from "@hostseal/core";
import { DAY, HOUR, MINUTE } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ID, SHOP, START, WWW, eventsOf, liveUntil, settled } from "./story.ts";
import { withIssuer } from "./with-issuer.ts";

const eur = (amount: number) => ({ amount, currency: "EUR" });

describe("the money of an order", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (settings: Partial<SimulationSettings> = {}): Simulation =>
    createSimulation({ start: START, authority, names: [SHOP, WWW], ...settings });

  test("is charged once, at the price that was shown, and recorded with its key", async () => {
    const { order } = await settled(start());
    expect(order.charges).toEqual([{ key: "ord_1:1:submit", at: START, amount: eur(1500) }]);
  });

  test("is not asked for while the balance is low; topped up, the order goes on by itself", async () => {
    let balance = 1499;
    const simulation = start({ habits: { balance: () => eur(balance) } });
    const { decision } = await settled(simulation);
    expect(decision).toMatchObject({ reason: "balance.low", actor: "partner", until: START + HOUR });
    expect(await eventsOf(simulation, "step.failed")).toEqual([]);
    await liveUntil(simulation, ID, START + 5 * HOUR);
    expect(simulation.issuer.books.orders()).toBe(0);
    balance = 1500;
    const { order } = await liveUntil(simulation, ID, START + 7 * HOUR);
    expect(order.state.kind).toBe("active");
    expect([simulation.issuer.books.orders(), order.charges.length]).toEqual([1, 1]);
  });

  test("is looked at afresh when the balance was read too long before the submission", async () => {
    let balance = 1500;
    const drop = () => {
      balance = 0;
      throw failure("issuer.unreachable", { issuer: "Simulated CA", because: "simulated" });
    };
    const plain = start({ habits: { balance: () => eur(balance) } });
    const simulation = withIssuer(plain, () => ({ place: async () => drop() }));
    await settled(simulation);
    const { decision } = await liveUntil(simulation, ID, START + HOUR);
    expect(decision).toMatchObject({ reason: "balance.low" });
  });

  test("of another currency covers nothing", async () => {
    const { decision } = await settled(start({ habits: { balance: () => ({ amount: 9999, currency: "USD" }) } }));
    expect(decision).toMatchObject({ reason: "balance.low" });
  });

  test("is no question at an issuer that keeps no balance", async () => {
    const simulation = start({ habits: { balance: () => eur(1500) } });
    const { purse: _none, ...issuer } = simulation.issuer;
    const { order } = await settled({ ...simulation, world: { ...simulation.world, issuer: () => issuer } });
    expect(order.state.kind).toBe("active");
  });

  test("is asked for ever more seldom while the issuer is away, although the balance is read in between", async () => {
    const asked: number[] = [];
    const plain = start();
    const simulation = withIssuer(plain, () => ({
      place: async () => {
        asked.push(plain.clock.now() - START);
        throw failure("issuer.unreachable", { issuer: "Simulated CA", because: "simulated" });
      },
    }));
    await settled(simulation);
    await liveUntil(simulation, ID, START + 3 * DAY);
    const later = 111 * MINUTE;
    expect(asked).toEqual([0, MINUTE, 11 * MINUTE, later, later + DAY, later + 2 * DAY]);
  });

  test("is not asked for twice by an issuer that refuses: the order ends, with the reason", async () => {
    const simulation = withIssuer(start(), () => ({
      place: async () => {
        throw failure(
          "issuer.rejected",
          { issuer: "Simulated CA", because: "the name is on a list" },
          { evidence: "list" },
        );
      },
    }));
    const { order, decision } = await settled(simulation);
    expect(order.state).toMatchObject({ kind: "ended", because: { kind: "rejected", evidence: "list" } });
    expect(order.charges).toEqual([]);
    expect(decision).toEqual({ kind: "rest" });
    expect(simulation.secrets.size).toBe(0);
  });
});

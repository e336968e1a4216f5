import { failure, settle } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { first } from "../doubles/cycle.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ID, SHOP, START, WWW, ask, confirmed, eventsOf, liveUntil, settled, until } from "./story.ts";
import { withIssuer } from "./with-issuer.ts";

const never = () => false;

const eur = (amount: number) => ({ amount, currency: "EUR" });

const withoutCanceller = (simulation: Simulation): Simulation => {
  const { canceller: _none, ...issuer } = simulation.issuer;
  return { ...simulation, world: { ...simulation.world, issuer: () => issuer } };
};

describe("the money of an order that is cancelled", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (settings: Partial<SimulationSettings> = {}): Simulation =>
    createSimulation({ start: START, authority, names: [SHOP, WWW], ...settings });

  test("comes back when the customer cancels before the issue", async () => {
    const simulation = start({ spreads: never });
    await settled(simulation);
    await ask(simulation, ID, { kind: "cancel" });
    const { order, decision } = await settle(simulation.world, ID);
    expect(order.state).toMatchObject({ kind: "ended", because: { kind: "refunded" } });
    expect(decision).toEqual({ kind: "rest" });
    expect(simulation.issuer.books.charges()).toBe(0);
    expect(simulation.secrets.size).toBe(0);
    expect(simulation.host.world.litter()).toBe(0);
  });

  test("comes back, and the key that was made on the host for it is forgotten there", async () => {
    const simulation = start({ spreads: never, hosts: [{ keepsKeys: true }] });
    await settled(simulation);
    expect(simulation.host.world.keys()).toBe(1);
    await ask(simulation, ID, { kind: "cancel" });
    await settle(simulation.world, ID);
    expect(simulation.host.world.keys()).toBe(0);
  });

  test("was never spent when the customer cancels a draft, or before the submission", async () => {
    const drafted = start();
    await drafted.create();
    await ask(drafted, ID, { kind: "cancel" });
    expect((await settle(drafted.world, ID)).order.state).toMatchObject({ because: { kind: "cancelled" } });
    const waiting = start({ habits: { balance: () => eur(0) } });
    await settled(waiting);
    await ask(waiting, ID, { kind: "cancel" });
    expect((await settle(waiting.world, ID)).order.state).toMatchObject({ because: { kind: "cancelled" } });
    expect(waiting.issuer.books.orders()).toBe(0);
    expect(waiting.secrets.size).toBe(0);
  });

  test("does not come back once the certificate is issued, and a cancellation says so", async () => {
    const simulation = start();
    await settled(simulation);
    await expect(ask(simulation, ID, { kind: "cancel" })).rejects.toThrow("there is no refund");
  });

  test("comes back although the issuer was away when the customer cancelled: nothing is pushed on meanwhile", async () => {
    let spread = false;
    const plain = start({ spreads: () => spread });
    const away = first(2, true, false);
    const simulation = withIssuer(plain, ({ canceller }) => ({
      canceller: {
        cancel: async (ref) => {
          if (away() || canceller === undefined)
            throw failure("issuer.unreachable", { issuer: "Simulated CA", because: "simulated" });
          return canceller.cancel(ref);
        },
      },
    }));
    await settled(simulation);
    await ask(simulation, ID, { kind: "cancel" });
    spread = true;
    const { order } = await liveUntil(simulation, ID, START + DAY);
    expect(order.state).toMatchObject({ kind: "ended", because: { kind: "refunded" } });
    expect([simulation.issuer.books.certificates(), simulation.issuer.books.charges()]).toEqual([0, 0]);
  });

  test("is spent when the issue was faster than the cancellation, and the certificate is taken", async () => {
    const simulation = start({ names: [SHOP] });
    const id = await confirmed(simulation);
    const { issuerRef } = await until(simulation, id, () => simulation.host.world.litter() > 0);
    if (issuerRef !== undefined) await simulation.issuer.check(issuerRef);
    await ask(simulation, id, { kind: "cancel" });
    const { order } = await settle(simulation.world, id);
    expect(order.state.kind).toBe("active");
    expect(order.certificates).toBe(1);
    expect(await eventsOf(simulation, "request.overtaken")).toHaveLength(1);
  });

  test("stays where it is at an issuer that cannot cancel: the order goes on and the customer is told", async () => {
    let spread = false;
    const simulation = withoutCanceller(start({ spreads: () => spread }));
    await settled(simulation);
    await ask(simulation, ID, { kind: "cancel" });
    await settle(simulation.world, ID);
    spread = true;
    const { order } = await liveUntil(simulation, ID, START + 2 * DAY);
    expect(order.state.kind).toBe("active");
    expect(order.request).toBeUndefined();
    expect(await eventsOf(simulation, "request.refused")).toHaveLength(1);
    expect(simulation.mails.map(({ text }) => text).join()).toContain("cannot");
  });

  test.each([
    ["a lost answer", failure("issuer.answer-lost", { issuer: "Simulated CA" })],
    ["an answer that nobody can read", failure("issuer.malformed-answer", { issuer: "Simulated CA", because: "HTML" })],
  ])("is found again after %s, also when the customer cancels in the meantime", async (_case, unheard) => {
    const lost = first(1, true, false);
    const away = first(2, true, false);
    const simulation = withIssuer(start(), (issuer) => ({
      place: async (request) => {
        const placed = await issuer.place(request);
        if (lost()) throw unheard;
        return placed;
      },
      finder: {
        find: async (key) => {
          if (away()) throw failure("issuer.unreachable", { issuer: "Simulated CA", because: "simulated" });
          return issuer.finder?.find(key);
        },
      },
    }));
    await settled(simulation);
    const { order: before } = await liveUntil(simulation, ID, START + 1000 * 60);
    expect(before.intent?.step.kind).toBe("submit");
    await ask(simulation, ID, { kind: "cancel" });
    expect((await settle(simulation.world, ID)).order.state.kind).toBe("placed");
    const { order } = await liveUntil(simulation, ID, START + DAY);
    expect(order.state).toMatchObject({ kind: "ended", because: { kind: "refunded" } });
    expect([simulation.issuer.books.orders(), simulation.issuer.books.charges(), order.charges.length]).toEqual([
      1, 0, 1,
    ]);
  });

  test("is gone with an order that the issuer rejects or cancels, and nothing of it stays in the world", async () => {
    for (const status of [{ kind: "rejected", evidence: "high risk" }, { kind: "cancelled" }] as const) {
      const simulation = start({ spreads: never });
      await settled(simulation);
      simulation.issuer.books.rule(status);
      const { order } = await liveUntil(simulation, ID, START + DAY);
      expect(order.state).toMatchObject({ kind: "ended", because: { kind: status.kind } });
      expect(simulation.secrets.size).toBe(0);
      expect(simulation.host.world.litter()).toBe(0);
    }
  });
});

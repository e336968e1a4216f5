import type { OrderId } from "@hostseal/core";
import { asId, settle } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { SHOP, START, WWW, confirmed, liveUntil, orderOf, settled, verdictOf } from "./story.ts";

const OLD: OrderId = asId("ord_1");
const NEW: OrderId = asId("ord_2");

describe("a renewal", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (): Simulation => createSimulation({ start: START, authority, names: [SHOP, WWW] });

  test("takes over when its own certificate is proven, and not before", async () => {
    const simulation = start();
    await settled(simulation);
    await confirmed(simulation, { renews: OLD });
    expect((await orderOf(simulation, OLD)).renewedBy).toBeUndefined();
    const { order } = await settle(simulation.world, NEW);
    expect((await orderOf(simulation, OLD)).renewedBy).toBe(NEW);
    expect(simulation.host.world.served(SHOP)).toBe(order.certificate?.sha256);
    expect(simulation.issuer.books.charges()).toBe(2);
  });

  test("leaves the old order to its end without another reissue or reminder", async () => {
    const simulation = start();
    await settled(simulation);
    await settled(simulation, { renews: OLD, years: 2 });
    simulation.clock.set(START + 150 * DAY);
    expect((await settle(simulation.world, OLD)).decision).toMatchObject({ reason: "licence.taken-over" });
    const { order, decision } = await liveUntil(simulation, OLD, START + 371 * DAY);
    expect(decision).toEqual({ kind: "rest" });
    expect(order.state).toMatchObject({ kind: "ended", because: { kind: "expired" } });
    expect(order.certificates).toBe(1);
    expect(simulation.mails.filter(({ text }) => text.includes("--renews ord_1"))).toEqual([]);
    expect(await verdictOf(simulation, OLD)).toMatchObject({ kind: "intact" });
  });

  test("of somebody else's order leaves that order alone, and is proven itself", async () => {
    const simulation = start();
    await settled(simulation);
    const strangers = [
      { id: asId<OrderId>("ord_2"), partner: asId<never>("partner"), customer: asId<never>("somebody-else") },
      { id: asId<OrderId>("ord_3"), partner: asId<never>("another-partner"), customer: asId<never>("customer") },
    ];
    for (const stranger of strangers) {
      const { order } = await settled(simulation, { ...stranger, renews: OLD });
      expect(order.certificates).toBe(1);
    }
    expect((await orderOf(simulation, OLD)).renewedBy).toBeUndefined();
  });

  test("of an order that is not there is proven all the same", async () => {
    const { order } = await settled(start(), { renews: asId("ord_9") });
    expect(order.certificates).toBe(1);
  });

  test("does not stop the order when it was begun and never came to a certificate", async () => {
    const simulation = start();
    await settled(simulation);
    await simulation.create({ renews: OLD });
    await liveUntil(simulation, OLD, START + 200 * DAY);
    expect((await orderOf(simulation, OLD)).certificates).toBeGreaterThan(1);
  });
});

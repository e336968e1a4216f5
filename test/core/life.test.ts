import { settle } from "@hostseal/core";
import type { Order, OrderId } from "@hostseal/core";
import { DAY, fromIso } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { confirmed, name } from "./story.ts";

const START = fromIso("2026-11-21");

const names = [name("shop.example.com"), name("www.shop.example.com")];

const liveUntil = async (simulation: Simulation, id: OrderId, end: number): Promise<Order> => {
  for (let round = 0; round < 5000; round += 1) {
    const { order, decision } = await settle(simulation.world, id);
    if (decision.kind === "rest" || decision.until > end) return order;
    simulation.clock.set(decision.until);
  }
  throw new TypeError("the order never came to the end");
};

describe("the life of an order", () => {
  test("comes from draft to a proven certificate without a person", async () => {
    const simulation = createSimulation({ start: START, authority: await createSimulatedAuthority(START), names });
    const id = await confirmed(simulation);
    const { order, decision } = await settle(simulation.world, id);
    expect(decision).toMatchObject({ kind: "wait", reason: "licence.running" });
    expect(order.certificate?.sha256).toBe(simulation.host.world.served());
    expect(simulation.issuer.books).toSatisfy((books: typeof simulation.issuer.books) => books.orders() === 1);
    expect(order.charges).toHaveLength(1);
    expect(simulation.secrets.size).toBe(0);
    expect(simulation.host.world.records()).toBe(0);
    expect(simulation.mails.map(({ subject }) => subject)).toEqual([
      "shop.example.com, www.shop.example.com: the certificate is active",
    ]);
  });

  test("is reissued for five years without a gap and ends with its licence", async () => {
    const simulation = createSimulation({
      start: START,
      authority: await createSimulatedAuthority(START),
      names,
      years: 5,
    });
    const id = await confirmed(simulation);
    const order = await liveUntil(simulation, id, START + 6 * 365 * DAY);
    expect(order.state).toMatchObject({ kind: "ended", because: { kind: "expired" } });
    expect(order.certificates).toBeGreaterThan(38);
    const lives: { from: number; to: number }[] = [];
    for await (const { enrolment } of simulation.world.store.chapters(id, { kind: "everything" }))
      if (enrolment?.phase.kind === "proven")
        lives.push({ from: enrolment.phase.provenAt, to: enrolment.phase.certificate.notAfter });
    expect(lives).toHaveLength(order.certificates);
    for (const [index, life] of lives.slice(1).entries()) expect(life.from).toBeLessThan(lives[index]?.to ?? 0);
    expect(simulation.mails.some(({ subject }) => subject.includes("licence ends"))).toBe(true);
    expect(JSON.stringify(order).length).toBeLessThan(30_000);
  });
});

import { settle } from "@hostseal/core";
import { describe, expect, test } from "vitest";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { SHOP, START, WWW, confirmed } from "./story.ts";

describe("the life of an order", () => {
  test("comes from draft to a proven certificate without a person", async () => {
    const authority = await createSimulatedAuthority(START);
    const simulation = createSimulation({ start: START, authority, names: [SHOP, WWW] });
    const id = await confirmed(simulation);
    const { order, decision } = await settle(simulation.world, id);
    expect(decision).toMatchObject({ kind: "wait", reason: "licence.running" });
    expect(order.certificate?.sha256).toBe(simulation.host.world.served(SHOP));
    expect(simulation.issuer.books.orders()).toBe(1);
    expect(order.charges).toHaveLength(1);
    expect(simulation.secrets.size).toBe(0);
    expect(simulation.host.world.litter()).toBe(0);
    expect(simulation.mails.map(({ subject }) => subject)).toEqual([
      "shop.example.com, www.shop.example.com: the certificate is active",
    ]);
  });
});

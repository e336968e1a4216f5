import type { HandedOver } from "@hostseal/core";
import { asId, handOverKey, settle } from "@hostseal/core";
import { keyMatches, makeCsr, makeKey } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { CUSTOMER, ID, SHOP, START, WWW, ask, journalOf, liveUntil, orderOf, settled } from "./story.ts";

const handOver = async ({ world }: Simulation, caller = CUSTOMER): Promise<HandedOver> => {
  const given: HandedOver[] = [];
  await handOverKey(world, ID, {
    caller,
    deliver: async (handedOver) => {
      given.push(handedOver);
    },
  });
  const [only] = given;
  if (only === undefined) throw new TypeError("nothing was delivered");
  return only;
};

describe("a key that a person wants", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (settings: Partial<SimulationSettings> = {}): Simulation =>
    createSimulation({ start: START, authority, names: [SHOP, WWW], installs: false, ...settings });

  test("is handed over with its certificate, and nothing of it is kept", async () => {
    const simulation = start();
    await settled(simulation);
    const { key, certificate } = await handOver(simulation);
    expect(keyMatches(certificate.leaf, key)).toBe(true);
    expect(simulation.secrets.size).toBe(0);
    const receipts = (await journalOf(simulation, ID)).filter(({ event }) => event.kind === "key.handed-over");
    expect(receipts.map(({ by }) => by)).toEqual(["customer"]);
    const { order } = await settle(simulation.world, ID);
    expect(order.enrolment?.phase).toMatchObject({ key: { kind: "customer" } });
  });

  test("is handed over once, and lost it comes back by a reissue", async () => {
    const simulation = start({ years: 2 });
    await settled(simulation);
    const before = await handOver(simulation);
    await expect(handOver(simulation)).rejects.toThrow("handed over before, which happens once");
    simulation.clock.set(START + DAY);
    await ask(simulation, ID, { kind: "reissue", names: [SHOP, WWW] });
    await settle(simulation.world, ID);
    const after = await handOver(simulation);
    expect(after.certificate.sha256).not.toBe(before.certificate.sha256);
    expect(keyMatches(after.certificate.leaf, after.key)).toBe(true);
    expect(keyMatches(after.certificate.leaf, before.key)).toBe(false);
  });

  test("has its receipt in the journal before anybody has it", async () => {
    const simulation = start();
    await settled(simulation);
    await handOverKey(simulation.world, ID, {
      caller: CUSTOMER,
      deliver: async () => {
        const kinds = (await journalOf(simulation, ID)).map(({ event }) => event.kind);
        expect(kinds).toContain("key.handed-over");
        expect(simulation.secrets.size).toBe(1);
      },
    });
  });

  test("whose delivery failed is given to nobody else, and does not stay here", async () => {
    const simulation = start();
    await settled(simulation);
    const broken = handOverKey(simulation.world, ID, {
      caller: CUSTOMER,
      deliver: async () => {
        throw new Error("the disk is full");
      },
    });
    await expect(broken).rejects.toThrow("the disk is full");
    await expect(handOver(simulation)).rejects.toThrow("happens once");
    await settle(simulation.world, ID);
    expect(simulation.secrets.size).toBe(0);
  });

  test.each<readonly [string, Partial<SimulationSettings>, string]>([
    ["whose sites get it from us", { installs: true }, "it goes onto its sites and is destroyed here"],
    ["before it is issued", { spreads: () => false }, "no certificate is issued yet"],
  ])("is refused to an order %s", async (_case, settings, because) => {
    const simulation = start(settings);
    await settled(simulation);
    await expect(handOver(simulation)).rejects.toThrow(because);
    const { order } = await settle(simulation.world, ID);
    expect(order.state.kind).toBe(settings.installs ? "active" : "placed");
  });

  test("is refused when it is gone from the vault, and to whom the order does not exist", async () => {
    const simulation = start();
    await settled(simulation);
    const stranger = { scope: { kind: "partner", partner: asId<never>("another") }, by: "x" } as const;
    await expect(handOver(simulation, stranger)).rejects.toThrow("There is no order ord_1 here");
    simulation.secrets.clear();
    await expect(handOver(simulation)).rejects.toThrow("There is no private key to hand over");
  });

  test("of the customer's own request was never here", async () => {
    const simulation = start();
    const csr = await makeCsr({ key: await makeKey("ec-p256"), names: [SHOP, WWW] });
    await settled(simulation, { csr });
    expect(simulation.secrets.size).toBe(0);
    await expect(handOver(simulation)).rejects.toThrow("it is with the customer alone");
  });

  test("installed by hand is noticed, and the order goes on as any other", async () => {
    const simulation = start({ years: 2 });
    await settled(simulation);
    const { key, certificate } = await handOver(simulation);
    const plan = await simulation.host.plan({ site: asId("site"), certificate: certificate.leaf, chain: [] });
    await simulation.host.apply(plan, { kind: "brought", pem: key });
    const { order, decision } = await liveUntil(simulation, ID, START + DAY);
    expect(decision).toMatchObject({ reason: "licence.running" });
    expect(order.certificates).toBe(1);
    expect((await orderOf(simulation)).certificate?.key).toEqual({ kind: "customer" });
  });
});

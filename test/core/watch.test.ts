import { settle, watchIssuer, watchSites } from "@hostseal/core";
import { DAY, HOUR } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ID, SHOP, START, WWW, ask, journalOf, name, orderOf, settled, verdictOf } from "./story.ts";

const observationsOf = async (simulation: Simulation) =>
  (await journalOf(simulation, ID)).filter(({ event }) => event.kind === "site.observed");

describe("the watch", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (settings: Partial<SimulationSettings> = {}): Simulation =>
    createSimulation({ start: START, authority, names: [SHOP, WWW], ...settings });

  test("over the sites writes down only what is new", async () => {
    let serves = true;
    const simulation = start({ hosts: [{ serves: () => serves }] });
    await settled(simulation);
    for (let look = 0; look < 3; look += 1) expect(await watchSites(simulation.world, ID)).toEqual({ kind: "served" });
    expect(await observationsOf(simulation)).toHaveLength(0);
    serves = false;
    for (let look = 0; look < 3; look += 1)
      expect(await watchSites(simulation.world, ID)).toMatchObject({ kind: "not-reachable", name: SHOP });
    serves = true;
    await watchSites(simulation.world, ID);
    expect(await observationsOf(simulation)).toHaveLength(2);
    expect(await verdictOf(simulation, ID)).toMatchObject({ kind: "intact" });
  });

  test("over the sites notices another certificate, and the order says so until it is back", async () => {
    const simulation = start();
    await settled(simulation);
    const real = await orderOf(simulation);
    const other = start();
    await settled(other);
    const tls = async (...asked: Parameters<typeof other.world.probe.tls>) => other.world.probe.tls(...asked);
    const elsewhere = { ...simulation.world, probe: { ...simulation.world.probe, tls } };
    const verdict = await watchSites(elsewhere, ID);
    expect(verdict).toEqual({ kind: "other-certificate", name: SHOP, sha256: other.host.world.served(SHOP) });
    expect((await settle(simulation.world, ID)).decision).toMatchObject({ reason: "site.not-served" });
    await watchSites(simulation.world, ID);
    expect((await settle(simulation.world, ID)).decision).toMatchObject({ reason: "licence.running" });
    expect((await orderOf(simulation)).certificate?.sha256).toBe(real.certificate?.sha256);
  });

  test("over the sites keeps away from orders that have none, or that are just being served", async () => {
    const simulation = start({ spreads: () => false });
    await settled(simulation);
    expect(await watchSites(simulation.world, ID)).toBeUndefined();
    const ended = start();
    await settled(ended);
    await ask(ended, ID, { kind: "revoke", reason: "superseded" });
    await settle(ended.world, ID);
    expect(await watchSites(ended.world, ID)).toBeUndefined();
  });

  test("over the sites waits while the next certificate is on its way, and leaves sites to an order that took over", async () => {
    let spread = true;
    const simulation = start({ spreads: () => spread });
    await settled(simulation);
    spread = false;
    await ask(simulation, ID, { kind: "reissue", names: [SHOP, name("mail.shop.example.com")] });
    await settle(simulation.world, ID);
    expect(await watchSites(simulation.world, ID)).toBeUndefined();
    const renewed = start();
    await settled(renewed);
    await settled(renewed, { renews: ID });
    expect(await watchSites(renewed.world, ID)).toBeUndefined();
  });

  test("over the issuer leaves a good order as it is", async () => {
    const simulation = start();
    await settled(simulation);
    const before = await orderOf(simulation);
    await watchIssuer(simulation.world, ID);
    expect((await orderOf(simulation)).state).toEqual(before.state);
  });

  test("over the issuer ends an order that was revoked there, and its people are told once", async () => {
    const simulation = start();
    await settled(simulation);
    simulation.clock.set(START + DAY);
    simulation.issuer.books.rule({ kind: "revoked", at: START });
    await watchIssuer(simulation.world, ID);
    await watchIssuer(simulation.world, ID);
    const { order, decision } = await settle(simulation.world, ID);
    expect(order.state).toMatchObject({ kind: "ended", at: START + DAY, because: { reason: "by-issuer" } });
    expect(decision).toEqual({ kind: "rest" });
    expect(simulation.mails.filter(({ subject }) => subject.includes("has revoked"))).toHaveLength(1);
    expect(await verdictOf(simulation, ID)).toMatchObject({ kind: "intact" });
  });

  test("over the issuer follows advice that changes, and writes it down once", async () => {
    let window = { start: START + 100 * DAY, end: START + 101 * DAY };
    const simulation = start({ habits: { advice: () => window } });
    await settled(simulation);
    simulation.clock.set(START + 10 * DAY);
    window = { start: START + DAY, end: START + DAY + HOUR };
    for (let look = 0; look < 3; look += 1) await watchIssuer(simulation.world, ID);
    const read = (await journalOf(simulation, ID)).filter(({ event }) => event.kind === "advice.observed");
    expect(read).toHaveLength(2);
    const { order } = await settle(simulation.world, ID);
    expect(order.certificates).toBe(2);
  });

  test("over the issuer notices a revocation also while a certificate waits to be installed by hand", async () => {
    const simulation = start({ installs: false });
    await settled(simulation);
    simulation.issuer.books.rule({ kind: "revoked", at: START });
    const order = await watchIssuer(simulation.world, ID);
    expect(order.state).toMatchObject({ kind: "ended", because: { reason: "by-issuer" } });
    await settle(simulation.world, ID);
    expect(simulation.secrets.size).toBe(0);
  });
});

import { asId, failure, settle } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { first } from "../doubles/cycle.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ID, SHOP, START, WWW, activeFor, ask, liveUntil, name, orderOf, reasonsOf } from "./story.ts";
import { withReissue } from "./with-issuer.ts";

const MAIL = name("mail.shop.example.com");

const simulationIssuer = ({ world }: Simulation) => world.issuer(asId("simulated"));

describe("a reissue that somebody wants", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (settings: Partial<SimulationSettings> = {}): Simulation =>
    createSimulation({ start: START, authority, names: [SHOP, WWW], years: 2, ...settings });

  test("adds a name and drops one, free of charge, with a fresh key and the agreement of the order", async () => {
    const simulation = start();
    await activeFor(simulation, DAY);
    const before = (await orderOf(simulation)).certificate;
    await ask(simulation, ID, { kind: "reissue", names: [SHOP, MAIL] });
    const { order } = await settle(simulation.world, ID);
    expect(order.names).toEqual([SHOP, MAIL]);
    expect(order.certificate?.names).toEqual([SHOP, MAIL]);
    expect(order.certificate?.publicKeySha256).not.toBe(before?.publicKeySha256);
    expect(order.charges).toHaveLength(1);
    expect(order.request).toBeUndefined();
    expect(await reasonsOf(simulation)).toEqual(["first-issue", "names-changed"]);
    expect(simulation.issuer.books.orders()).toBe(1);
  });

  test("of the same names is told from one that changes them, whatever their order", async () => {
    const simulation = start();
    await activeFor(simulation, DAY);
    await ask(simulation, ID, { kind: "reissue", names: [WWW, SHOP] });
    await settle(simulation.world, ID);
    expect(await reasonsOf(simulation)).toEqual(["first-issue", "asked-by-customer"]);
  });

  test("finds the best way for an added name by itself, as for the first ones", async () => {
    const simulation = start({ hosts: [{ hasZone: false, hasWebroot: true, names: [SHOP, WWW, MAIL] }] });
    await activeFor(simulation, DAY);
    await ask(simulation, ID, { kind: "reissue", names: [SHOP, MAIL] });
    const { order } = await settle(simulation.world, ID);
    expect(order.wishes.methods[MAIL]).toEqual({ method: "file" });
    expect(order.certificate?.names).toEqual([SHOP, MAIL]);
  });

  test("asked for while a certificate waits to be installed by hand takes its place at once", async () => {
    const simulation = start({ installs: false });
    await activeFor(simulation, DAY);
    await ask(simulation, ID, { kind: "reissue", names: [SHOP, WWW] });
    const { decision } = await settle(simulation.world, ID);
    expect(decision).toMatchObject({ reason: "install.by-hand" });
    expect(simulation.issuer.books.certificates()).toBe(2);
    expect(simulation.secrets.size).toBe(1);
  });

  test("that fails once is tried again with the names that were asked for", async () => {
    const wrong = first(1, failure("issuer.wrong-state", { issuer: "Simulated CA", because: "busy" }), undefined);
    const simulation = withReissue(start(), wrong);
    await activeFor(simulation, DAY);
    await ask(simulation, ID, { kind: "reissue", names: [SHOP] });
    const { order } = await liveUntil(simulation, ID, START + 3 * DAY);
    expect(order.names).toEqual([SHOP]);
    expect(order.request).toBeUndefined();
  });

  test("that the issuer rejects for good is given up, told, and leaves the certificate as it was", async () => {
    const no = failure("issuer.rejected", { issuer: "Simulated CA", because: "not this name" });
    const wrong = first(1, no, undefined);
    const simulation = withReissue(start(), wrong);
    await activeFor(simulation, DAY);
    await ask(simulation, ID, { kind: "reissue", names: [SHOP] });
    const { decision } = await settle(simulation.world, ID);
    expect(decision).toMatchObject({
      reason: "step.failed",
      parameters: { problem: expect.stringContaining("not this name") as string },
    });
    const { order } = await liveUntil(simulation, ID, START + 3 * DAY);
    expect(order.names).toEqual([SHOP, WWW]);
    expect(order.state.kind).toBe("active");
    expect(order.certificate?.sha256).toBe(simulation.host.world.served(SHOP));
    expect(simulation.secrets.size).toBe(0);
  });

  test("asked for while nobody knows what became of the one before is begun when that is settled", async () => {
    let isLost = true;
    const lost = failure("issuer.answer-lost", { issuer: "Simulated CA" });
    const plain = withReissue(start(), () => (isLost ? lost : undefined));
    const { finder } = simulationIssuer(plain);
    const find = async (...key: Parameters<NonNullable<typeof finder>["find"]>) =>
      isLost ? Promise.reject(lost) : finder?.find(...key);
    const issuer = { ...simulationIssuer(plain), finder: { find } };
    const simulation = { ...plain, world: { ...plain.world, issuer: () => issuer } };
    await activeFor(simulation, 150 * DAY);
    await ask(simulation, ID, { kind: "reissue", names: [SHOP] });
    const { order: waiting } = await settle(simulation.world, ID);
    expect(waiting.intent?.step.kind).toBe("submit");
    expect(waiting.enrolments).toBe(2);
    isLost = false;
    const { order } = await liveUntil(simulation, ID, START + 153 * DAY);
    expect(order.names).toEqual([SHOP]);
    expect(order.request).toBeUndefined();
    expect(simulation.secrets.size).toBe(0);
  });

  test("of which nobody hears what became holds up neither the alarm nor a revocation", async () => {
    const lost = failure("issuer.answer-lost", { issuer: "Simulated CA" });
    const plain = withReissue(start(), () => lost);
    const find = async () => Promise.reject(lost);
    const issuer = { ...simulationIssuer(plain), finder: { find } };
    const simulation = { ...plain, world: { ...plain.world, issuer: () => issuer } };
    await activeFor(simulation, 190 * DAY);
    expect((await orderOf(simulation)).intent?.step.kind).toBe("submit");
    expect(simulation.mails.some(({ subject }) => subject.includes("its successor is not served yet"))).toBe(true);
    await ask(simulation, ID, { kind: "revoke", reason: "keyCompromise" });
    const { order, decision } = await settle(simulation.world, ID);
    expect(order.state).toMatchObject({ kind: "ended", because: { kind: "revoked" } });
    expect(decision).toEqual({ kind: "rest" });
    expect(simulation.secrets.size).toBe(0);
  });
});

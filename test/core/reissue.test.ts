import type { OrderEvent, OrderId } from "@hostseal/core";
import { asId, failure, settle } from "@hostseal/core";
import { DAY, MINUTE } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { first } from "../doubles/cycle.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { SHOP, START, WWW, ask, chaptersOf, journalOf, liveUntil, name, orderOf, settled } from "./story.ts";

const ID: OrderId = asId("ord_1");
const MAIL = name("mail.shop.example.com");

const reasonsOf = async (simulation: Simulation) =>
  (await journalOf(simulation, ID)).flatMap(({ event }) => (event.kind === "enrolment.begun" ? [event.reason] : []));

const countOf = async (simulation: Simulation, kind: OrderEvent["kind"]): Promise<number> =>
  (await journalOf(simulation, ID)).filter(({ event }) => event.kind === kind).length;

/** The simulation with an issuer whose reissue goes wrong as long as it is told to. */
const withReissue = (simulation: Simulation, goesWrong: () => Error | undefined): Simulation => {
  const issuer = {
    ...simulation.issuer,
    reissue: async (...request: Parameters<typeof simulation.issuer.reissue>) => {
      const wrong = goesWrong();
      if (wrong !== undefined) throw wrong;
      return simulation.issuer.reissue(...request);
    },
  };
  return { ...simulation, world: { ...simulation.world, issuer: () => issuer } };
};

const activeFor = async (simulation: Simulation, time: number): Promise<void> => {
  await settled(simulation);
  await liveUntil(simulation, ID, START + time);
};

const simulationIssuer = ({ world }: Simulation) => world.issuer(asId("simulated"));

describe("a reissue", () => {
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

  test("asked for while another one waits for a proof takes its place, and what was published for that is taken back", async () => {
    let spread = true;
    const simulation = start({ spreads: () => spread });
    await activeFor(simulation, DAY);
    spread = false;
    await ask(simulation, ID, { kind: "reissue", names: [SHOP, MAIL] });
    expect((await settle(simulation.world, ID)).decision).toMatchObject({ parameters: { name: MAIL } });
    expect(simulation.host.world.litter()).toBe(1);
    await expect(ask(simulation, ID, { kind: "reissue", names: [SHOP] })).rejects.toThrow("asked for already");
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

  test("that the issuer refuses in the middle is begun again by itself, and says so only then", async () => {
    const simulation = start({ years: 5 });
    await activeFor(simulation, DAY);
    let spread = false;
    const slow: Simulation = {
      ...simulation,
      world: {
        ...simulation.world,
        probe: {
          ...simulation.world.probe,
          dns: async (question) =>
            spread || question.type !== "TXT"
              ? simulation.world.probe.dns(question)
              : { kind: "no-records", dnssec: "insecure" },
        },
      },
    };
    await ask(slow, ID, { kind: "reissue", names: [SHOP, MAIL] });
    await settle(slow.world, ID);
    simulation.issuer.books.rule({ kind: "rejected", evidence: "high risk" });
    await liveUntil(slow, ID, START + DAY + 10 * MINUTE);
    expect(await countOf(simulation, "enrolment.failed")).toBe(1);
    expect(simulation.host.world.litter()).toBe(0);
    spread = true;
    await liveUntil(slow, ID, START + 500 * DAY);
    const reasons = await reasonsOf(simulation);
    expect(reasons.slice(0, 2)).toEqual(["first-issue", "names-changed"]);
    expect(reasons.filter((reason) => reason === "last-attempt-failed").length).toBeLessThanOrEqual(1);
    expect(reasons.at(-1)).toBe("before-expiry");
  });

  test("is impossible once the certificate is revoked, by the customer or by the issuer", async () => {
    const simulation = start();
    await activeFor(simulation, DAY);
    await ask(simulation, ID, { kind: "revoke", reason: "keyCompromise" });
    const { order } = await settle(simulation.world, ID);
    expect(order.state).toMatchObject({ kind: "ended", because: { kind: "revoked", reason: "keyCompromise" } });
    await expect(ask(simulation, ID, { kind: "reissue", names: [SHOP] })).rejects.toThrow("cannot be reissued");
    let spread = true;
    const other = start({ spreads: () => spread });
    await activeFor(other, DAY);
    spread = false;
    await ask(other, ID, { kind: "reissue", names: [SHOP, MAIL] });
    await settle(other.world, ID);
    other.issuer.books.rule({ kind: "revoked", at: START });
    const { order: ended } = await liveUntil(other, ID, START + 2 * DAY);
    expect(ended.state).toMatchObject({ kind: "ended", because: { kind: "revoked", reason: "by-issuer" } });
    expect(other.mails.at(-1)?.subject).toContain("has revoked the certificate");
    expect(other.secrets.size).toBe(0);
  });

  test("comes by itself when the issuer advises it, long before its time, and only once", async () => {
    const window = { start: START + 3 * DAY, end: START + 4 * DAY };
    const simulation = start({ habits: { advice: () => window } });
    await activeFor(simulation, 5 * DAY);
    expect((await reasonsOf(simulation)).slice(0, 2)).toEqual(["first-issue", "issuer-advice"]);
    expect(simulation.issuer.books.certificates()).toBeLessThan(4);
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

  test("of a certificate that nobody installs comes all the same, and no key is kept of the old ones", async () => {
    const simulation = start({ installs: false });
    await activeFor(simulation, 330 * DAY);
    expect(simulation.issuer.books.certificates()).toBeGreaterThan(2);
    expect(simulation.secrets.size).toBe(1);
    expect(simulation.mails.filter(({ subject }) => subject.includes("ready to be installed")).length).toBeGreaterThan(
      2,
    );
  });

  test("goes on for years at an issuer that never tells when the licence ends", async () => {
    const simulation = start({ habits: { tellsLicence: false } });
    await activeFor(simulation, 700 * DAY);
    const { order } = await liveUntil(simulation, ID, START + 800 * DAY);
    expect(order.certificates).toBeGreaterThan(5);
    expect(order.state).toMatchObject({ kind: "ended", because: { kind: "expired" } });
    expect((order.state.kind === "ended" ? order.state.at : 0) - START).toBeLessThanOrEqual(731 * DAY);
  });

  test("that cannot come is called out before the certificate ends, and goes on being tried after it", async () => {
    let isAway = false;
    const away = failure("issuer.unreachable", { issuer: "Simulated CA", because: "simulated" });
    const simulation = withReissue(start(), () => (isAway ? away : undefined));
    await activeFor(simulation, DAY);
    isAway = true;
    const end = (await orderOf(simulation)).certificate?.notAfter ?? 0;
    await liveUntil(simulation, ID, end + 3 * DAY);
    expect(simulation.mails.filter(({ subject }) => subject.includes("its successor is not served yet"))).toHaveLength(
      5,
    );
    isAway = false;
    const { order } = await liveUntil(simulation, ID, end + 5 * DAY);
    expect(order.certificate?.notAfter).toBeGreaterThan(end);
    expect((await chaptersOf(simulation, ID)).length).toBeGreaterThan(0);
  });
});

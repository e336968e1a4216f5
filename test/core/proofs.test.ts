import type { Issuer } from "@hostseal/core";
import { settle } from "@hostseal/core";
import { DAY, HOUR, MINUTE, fromIso, reissueSchedule } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { first } from "../doubles/cycle.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ID, SHOP, START, WWW, ask, eventsOf, liveUntil, orderOf, settled } from "./story.ts";
import { withIssuer } from "./with-issuer.ts";

describe("the proof of control", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (settings: Partial<SimulationSettings> = {}): Simulation =>
    createSimulation({ start: START, authority, names: [SHOP, WWW], ...settings });

  test("is given by a person where the zone is elsewhere: told once by mail, noticed by itself, in an ever slower rhythm", async () => {
    let acts = false;
    const simulation = start({ hosts: [{ hasZone: false }], personActs: () => acts });
    await settled(simulation);
    await liveUntil(simulation, ID, START + 2 * DAY);
    expect(simulation.mails.map(({ subject }) => subject)).toEqual([
      "shop.example.com, www.shop.example.com: please show that you control the name",
    ]);
    const looks = (await eventsOf(simulation, "proof.not-seen")).map(({ at }) => at);
    const gaps = looks
      .slice(1)
      .map((at, index) => at - (looks[index] ?? 0))
      .filter((gap) => gap > 0);
    expect(new Set(gaps)).toEqual(new Set([MINUTE, 15 * MINUTE, HOUR]));
    acts = true;
    const { order } = await liveUntil(simulation, ID, START + 2 * DAY + HOUR);
    expect(order.state.kind).toBe("active");
    expect(order.completed.map(({ byHand }) => byHand)).toEqual([true, true]);
  });

  test("is noticed at once when the person says so", async () => {
    let acts = false;
    const simulation = start({ hosts: [{ hasZone: false }], personActs: () => acts });
    await settled(simulation);
    await liveUntil(simulation, ID, START + 2 * DAY);
    acts = true;
    await ask(simulation, ID, { kind: "check-again" });
    expect((await settle(simulation.world, ID)).order.state.kind).toBe("active");
  });

  test.each([
    ["a file on a site that is here", { hosts: [{ hasZone: false, hasWebroot: true }] }, "file", false],
    ["a record in a zone that is here", {}, "dns-txt", false],
    ["a record that a person writes", { hosts: [{ hasZone: false }] }, "dns-txt", true],
  ] as const)("is given by %s, which is chosen without a question", async (_case, settings, method, byHand) => {
    const simulation = start(settings);
    await settled(simulation);
    const { order } = await liveUntil(simulation, ID, START + MINUTE);
    expect(order.state.kind).toBe("active");
    expect(order.completed.map((one) => [one.method, one.byHand])).toEqual([
      [method, byHand],
      [method, byHand],
    ]);
    expect(simulation.host.world.litter()).toBe(0);
  });

  test("that the issuer does not accept is shown with its words, and asked about again in the rhythm of looking", async () => {
    const objects = first(6, "wrong-value" as const, undefined);
    const simulation = start({ names: [SHOP], habits: { objects, examinesByItself: false } });
    const { decision } = await settled(simulation);
    expect(decision).toMatchObject({ reason: "proof.refused", parameters: { name: SHOP } });
    const { order } = await liveUntil(simulation, ID, START + HOUR);
    expect(order.state.kind).toBe("active");
    expect((await eventsOf(simulation, "check.requested")).length).toBeLessThan(8);
  });

  test("serves again inside its time for a reissue, and is remembered as what it was", async () => {
    const simulation = start({ hosts: [{ hasZone: false }], years: 2 });
    await settled(simulation);
    await liveUntil(simulation, ID, START + 20 * DAY);
    await ask(simulation, ID, { kind: "reissue", names: [SHOP, WWW] });
    await settle(simulation.world, ID);
    const collected = await eventsOf(simulation, "certificate.collected");
    expect(collected).toHaveLength(2);
    for (const { event } of collected)
      expect(event.completed.map(({ at, byHand }) => [at, byHand])).toEqual([
        [START + MINUTE, true],
        [START + MINUTE, true],
      ]);
  });

  test("that the issuer does not report as valid is not counted upon for the next certificate", async () => {
    const simulation = withIssuer(start(), (issuer) => {
      const look: Issuer["look"] = async (ref) => {
        const view = await issuer.look(ref);
        const validations = view.validations.map((one) => ({ ...one, status: { kind: "pending" as const } }));
        return view.status.kind === "issued" ? { ...view, validations } : view;
      };
      return { look, check: look };
    });
    const { order } = await settled(simulation);
    expect(order.state.kind).toBe("active");
    expect(order.completed).toEqual([]);
  });

  test("by hand is asked for earlier, so that the person has time before the certificate ends", async () => {
    const simulation = start({ hosts: [{ hasZone: false }], years: 5 });
    await settled(simulation);
    await liveUntil(simulation, ID, fromIso("2029-06-01"));
    const [before, last] = (await eventsOf(simulation, "certificate.collected")).slice(-2);
    const begun = (await eventsOf(simulation, "enrolment.begun")).findLast(({ at }) => at <= (last?.at ?? 0));
    const end = before?.event.certificate.notAfter ?? 0;
    const { safetyMarginDays, manualLeadDays } = reissueSchedule({ lifetimeDays: 46 });
    expect(begun?.at).toBeLessThanOrEqual(end - (safetyMarginDays + manualLeadDays) * DAY);
    expect(last?.event.completed.every(({ byHand }) => byHand)).toBe(true);
  });

  test("is asked for at every issuer that does not look by itself, and only when it can be seen", async () => {
    let spread = false;
    const simulation = start({ spreads: () => spread, habits: { examinesByItself: false } });
    await settled(simulation);
    await liveUntil(simulation, ID, START + HOUR);
    expect(await eventsOf(simulation, "check.requested")).toHaveLength(0);
    spread = true;
    const { order } = await liveUntil(simulation, ID, START + 2 * HOUR);
    expect(order.state.kind).toBe("active");
    expect(await eventsOf(simulation, "check.requested")).toHaveLength(1);
  });

  test("is forgotten nowhere: what a cancelled, a rejected and a failed trip have published is withdrawn", async () => {
    const simulation = start({ years: 2 });
    await settled(simulation);
    let spread = false;
    const { world } = simulation;
    const late: Simulation = {
      ...simulation,
      world: {
        ...world,
        probe: {
          ...world.probe,
          dns: async (question) =>
            spread || question.type !== "TXT" ? world.probe.dns(question) : { kind: "no-records", dnssec: "insecure" },
        },
      },
    };
    simulation.clock.set(START + DAY);
    await ask(late, ID, { kind: "reissue", names: [SHOP] });
    await settle(late.world, ID);
    spread = true;
    await ask(late, ID, { kind: "revoke", reason: "superseded" });
    const { decision } = await settle(late.world, ID);
    expect(decision).toEqual({ kind: "rest" });
    expect(simulation.host.world.litter()).toBe(0);
    expect((await orderOf(simulation)).litter).toEqual([]);
  });
});

import { failure, settle } from "@hostseal/core";
import { DAY, MINUTE } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import {
  ID,
  SHOP,
  START,
  WWW,
  activeFor,
  ask,
  chaptersOf,
  eventsOf,
  liveUntil,
  name,
  orderOf,
  reasonsOf,
} from "./story.ts";
import { withReissue } from "./with-issuer.ts";

const MAIL = name("mail.shop.example.com");

describe("a reissue", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (settings: Partial<SimulationSettings> = {}): Simulation =>
    createSimulation({ start: START, authority, names: [SHOP, WWW], years: 2, ...settings });

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
    expect(await eventsOf(simulation, "enrolment.failed")).toHaveLength(1);
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

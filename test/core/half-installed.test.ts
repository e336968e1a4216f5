import { advance, settle } from "@hostseal/core";
import { DAY, HOUR } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { changingMood } from "../doubles/moods.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ID, SHOP, START, WWW, ask, confirmed, eventsOf, liveUntil, orderOf, served, until } from "./story.ts";

describe("a certificate that came to its site by half", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const start = (settings: Partial<SimulationSettings> = {}): Simulation =>
    createSimulation({ start: START, authority, names: [SHOP, WWW], years: 2, ...settings });

  const halfInstalled = async (settings: Partial<SimulationSettings> = {}) => {
    const trouble = changingMood();
    const simulation = start({ hosts: [{}, { moods: trouble.moods, hasZone: false }], ...settings });
    await confirmed(simulation);
    await until(simulation, ID, ({ enrolment }) => {
      const phase = enrolment?.phase;
      return phase?.kind === "issued" && phase.installations[0]?.state.kind === "committed";
    });
    const { world, hosts } = simulation;
    const [, second] = hosts;
    const dying = {
      ...world,
      host: (id: Parameters<typeof world.host>[0]) => ({
        ...world.host(id),
        apply: async (...plan: Parameters<NonNullable<typeof second>["apply"]>) => {
          await second?.apply(...plan);
          trouble.set("unreachable");
          return second?.sites().then(() => undefined);
        },
      }),
    };
    await advance(dying, ID);
    expect(served(simulation)[1]).toBeDefined();
    return { simulation, trouble };
  };

  test("half there on a host that died is taken back when the host is back, and then brought again", async () => {
    const { simulation, trouble } = await halfInstalled();
    await liveUntil(simulation, ID, START + HOUR);
    trouble.set("well");
    const { order } = await liveUntil(simulation, ID, START + 2 * DAY);
    expect(await eventsOf(simulation, "install.rolled-back")).toHaveLength(1);
    expect(order.certificate?.sha256).toBe(served(simulation)[1]);
  });

  test("half there on a host that is gone holds up neither a revocation nor the messages nor the end", async () => {
    const { simulation } = await halfInstalled();
    await ask(simulation, ID, { kind: "revoke", reason: "keyCompromise" });
    const { order } = await settle(simulation.world, ID);
    expect(order.state).toMatchObject({ kind: "ended", because: { kind: "revoked" } });
    const other = await halfInstalled({ years: 1 });
    const lived = await liveUntil(other.simulation, ID, START + 366 * DAY);
    expect(lived.order.state).toMatchObject({ kind: "ended", because: { kind: "expired" } });
    expect(other.simulation.mails.some(({ subject }) => subject.includes("the licence ends"))).toBe(true);
  });

  test("half there is never put back over a newer one, whenever its host comes back", async () => {
    for (let hours = 0; hours < 26; hours += 3) {
      const { simulation, trouble } = await halfInstalled();
      await liveUntil(simulation, ID, START + 140 * DAY + hours * HOUR);
      trouble.set("well");
      const { order } = await liveUntil(simulation, ID, START + 144 * DAY);
      expect(order.certificate).toBeDefined();
      expect(served(simulation)).toEqual([order.certificate?.sha256, order.certificate?.sha256]);
      expect(order.undo).toEqual([]);
    }
  });

  test("half there when the order ends is taken back when the host is back", async () => {
    const { simulation, trouble } = await halfInstalled();
    await ask(simulation, ID, { kind: "revoke", reason: "keyCompromise" });
    await settle(simulation.world, ID);
    expect(served(simulation)[1]).toBeDefined();
    trouble.set("well");
    const { decision } = await liveUntil(simulation, ID, START + 2 * DAY);
    expect(decision).toEqual({ kind: "rest" });
    expect(served(simulation)[1]).toBeUndefined();
  });

  test("half there, of which the key is gone too, gives way to a fresh one", async () => {
    const { simulation, trouble } = await halfInstalled();
    simulation.secrets.clear();
    trouble.set("well");
    const { order } = await liveUntil(simulation, ID, START + 3 * DAY);
    expect(order.certificate?.sha256).toBe(served(simulation)[0]);
    expect(order.enrolments).toBe(2);
    expect(await eventsOf(simulation, "enrolment.failed")).toHaveLength(1);
    expect((await orderOf(simulation)).state.kind).toBe("active");
  });
});

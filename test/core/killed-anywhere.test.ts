import { isFailure } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import type { Mortality } from "../doubles/mortality.ts";
import { Killed, createImmortality, createMortality } from "../doubles/mortality.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation, SimulationSettings } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ID, SHOP, START, WWW, ask, chaptersOf, liveUntil, orderOf, verdictOf } from "./story.ts";

/** Does something again and again until the process lives through it. */
const insist = async <Answer>(mortality: Mortality, deed: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await deed();
  } catch (thrown) {
    if (!(thrown instanceof Killed)) throw thrown;
    mortality.revive();
    return insist(mortality, deed);
  }
};

const confirm = async (simulation: Simulation): Promise<void> => {
  const { price } = await orderOf(simulation);
  await ask(simulation, ID, { kind: "accept-agreement" });
  try {
    await ask(simulation, ID, { kind: "confirm", price });
  } catch (thrown) {
    if (!isFailure(thrown, "order.refused")) throw thrown;
  }
};

type Plan = { readonly settings: SimulationSettings; readonly days: number };

/** One order from draft on, in a process that is killed and started again; gives the moments there were. */
const expectItEndsWell = async (mortality: Mortality, { settings, days }: Plan): Promise<number> => {
  const simulation = createSimulation({ ...settings, mortality });
  await simulation.create();
  await insist(mortality, async () => liveUntil(simulation, ID, START));
  await insist(mortality, async () => confirm(simulation));
  const { order } = await insist(mortality, async () => liveUntil(simulation, ID, START + days * DAY));
  const certificates = order.certificates;
  const { books } = simulation.issuer;
  const proven = (await chaptersOf(simulation, ID)).filter(({ enrolment }) => enrolment?.phase.kind === "proven");
  expect({
    state: order.state.kind,
    issuer: [books.orders(), books.charges(), books.certificates()],
    charges: order.charges.length,
    chapters: proven.length,
    served: simulation.hosts.map(({ world }) => world.served(SHOP) === order.certificate?.sha256),
    secrets: simulation.secrets.size,
    litter: simulation.hosts.map(({ world }) => world.litter()),
    mails: simulation.mails.length,
    journal: (await verdictOf(simulation, ID)).kind,
  }).toEqual({
    state: "active",
    issuer: [1, 1, certificates],
    charges: 1,
    chapters: certificates,
    served: simulation.hosts.map(() => true),
    secrets: 0,
    litter: simulation.hosts.map(() => 0),
    mails: certificates,
    journal: "intact",
  });
  expect(certificates).toBe(days > 0 ? 2 : 1);
  return mortality.moments();
};

describe("an order whose process is killed and started again", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  test("comes to its certificate, at whatever moment it was killed", async () => {
    const plan: Plan = { settings: { start: START, authority, names: [SHOP, WWW] }, days: 0 };
    const moments = await expectItEndsWell(createImmortality(), plan);
    expect(moments).toBeGreaterThan(70);
    for (let fatal = 1; fatal <= moments; fatal += 1)
      await expectItEndsWell(
        createMortality((moment) => moment === fatal),
        plan,
      );
  });

  const places: Readonly<Record<string, Partial<SimulationSettings>>> = {
    "on one site": {},
    "on two sites": { hosts: [{}, {}] },
    "with a key that is made and kept on the host": { hosts: [{ keepsKeys: true }] },
  };

  test.each(Object.entries(places))(
    "comes to its second certificate %s, killed again and again",
    async (_, place) => {
      const plan: Plan = { settings: { start: START, authority, names: [SHOP, WWW], ...place }, days: 150 };
      const pause = 17;
      for (let offset = 1; offset <= pause; offset += 1)
        await expectItEndsWell(
          createMortality((moment) => moment % pause === offset % pause),
          plan,
        );
    },
    60_000,
  );
});

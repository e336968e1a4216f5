import { DAY } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { onceAt } from "../doubles/cycle.ts";
import type { Mood, Moods } from "../doubles/moods.ts";
import { alwaysWell } from "../doubles/moods.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { SHOP, START, WWW, confirmed, liveUntil, verdictOf } from "./story.ts";

type Side = "issuer" | "host" | "mail";

/** The moods of a world in which one side has this mood in its n-th call, and counts its calls. */
const oneBadCall = (side: Side, turn: number, mood: Mood) => {
  const drawn = onceAt<Mood>(turn, mood, "well");
  let calls = 0;
  const moods: Moods = () => {
    calls += 1;
    return drawn();
  };
  const of = (one: Side): Moods => (one === side ? moods : alwaysWell);
  return {
    settings: { moods: of("issuer"), mailMoods: of("mail"), hosts: [{ moods: of("host") }, { moods: of("host") }] },
    calls: () => calls,
  };
};

describe("an order of which one call to the outside goes wrong", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const play = async (side: Side, turn: number, mood: Mood): Promise<number> => {
    const { settings, calls } = oneBadCall(side, turn, mood);
    const simulation = createSimulation({ start: START, authority, names: [SHOP, WWW], ...settings });
    const id = await confirmed(simulation);
    const { order } = await liveUntil(simulation, id, START + 3 * DAY);
    const { books } = simulation.issuer;
    expect({
      state: order.state.kind,
      issuer: [books.orders(), books.charges()],
      charges: order.charges.length,
      served: simulation.hosts.map(({ world }) => world.served(SHOP) === order.certificate?.sha256),
      secrets: simulation.secrets.size,
      litter: simulation.hosts.map(({ world }) => world.litter()),
      mails: simulation.mails.length,
      setbacks: order.setbacks,
      journal: (await verdictOf(simulation, id)).kind,
    }).toEqual({
      state: "active",
      issuer: [1, 1],
      charges: 1,
      served: [true, true],
      secrets: 0,
      litter: [0, 0],
      mails: 1,
      setbacks: {},
      journal: "intact",
    });
    return calls();
  };

  const troubles: readonly { readonly side: Side; readonly mood: Mood; readonly because: string }[] = [
    { side: "issuer", mood: "lost", because: "the issuer did it and its answer was lost" },
    { side: "issuer", mood: "unreachable", because: "the issuer did not answer" },
    { side: "issuer", mood: "malformed", because: "the issuer sent something else" },
    { side: "issuer", mood: "unauthorised", because: "the issuer turned us away" },
    { side: "host", mood: "lost", because: "the host did it and died" },
    { side: "host", mood: "refuses", because: "the host refused" },
    { side: "mail", mood: "lost", because: "the mail server took it and died" },
  ];

  test.each(troubles)("is paid once and proven, whichever call it was, when $because", async ({ side, mood }) => {
    const calls = await play(side, 0, mood);
    for (let turn = 1; turn <= calls; turn += 1) await play(side, turn, mood);
  });
});

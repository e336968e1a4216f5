import { resendMessages, settle } from "@hostseal/core";
import { MINUTE } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { createSimulatedAuthority, type SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { CUSTOMER, ID, journalOf, settled, SHOP, START } from "./story.ts";

describe("messages that are asked for again", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  const waiting = async () => {
    const simulation = createSimulation({ start: START, authority, names: [SHOP], installs: false });
    await settled(simulation);
    return simulation;
  };

  test("go out once more, word for word, under a number of their own", async () => {
    const simulation = await waiting();
    const [first] = simulation.mails;
    await resendMessages(simulation.world, ID, CUSTOMER);
    await settle(simulation.world, ID);
    const last = simulation.mails.at(-1);
    expect(simulation.mails).toHaveLength(2);
    expect(last).toMatchObject({ to: first?.to, subject: first?.subject, text: first?.text });
    expect(last?.id).not.toBe(first?.id);
    const asked = (await journalOf(simulation, ID)).filter(({ event }) => event.kind === "resend.asked");
    expect(asked.map(({ by }) => by)).toEqual(["customer"]);
  });

  test("are not sent twice within five minutes", async () => {
    const simulation = await waiting();
    await resendMessages(simulation.world, ID, CUSTOMER);
    simulation.clock.set(START + 5 * MINUTE - 1);
    await expect(resendMessages(simulation.world, ID, CUSTOMER)).rejects.toMatchObject({ code: "order.refused" });
    simulation.clock.set(START + 6 * MINUTE);
    await resendMessages(simulation.world, ID, CUSTOMER);
  });

  test("are none before the first was sent", async () => {
    const simulation = createSimulation({ start: START, authority, names: [SHOP] });
    await simulation.create();
    await expect(resendMessages(simulation.world, ID, CUSTOMER)).rejects.toThrow("no message has been sent yet");
  });
});

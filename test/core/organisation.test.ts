import { settle } from "@hostseal/core";
import { DAY, HOUR } from "@hostseal/rules";
import { beforeAll, describe, expect, test } from "vitest";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { simulatedOrganisationProduct } from "../doubles/simulated-product.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ID, ORGANISATION, SHOP, START, WWW, liveUntil, orderOf, settled } from "./story.ts";

describe("a certificate that names an organisation", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START);
  });

  test("shows the check of the organisation as a validation of its own, and goes on by itself when it is done", async () => {
    let checked = false;
    const simulation = createSimulation({
      start: START,
      authority,
      names: [SHOP, WWW],
      product: simulatedOrganisationProduct,
      organisation: ORGANISATION,
      habits: { organisationIsChecked: () => checked },
    });
    const { order, decision } = await settled(simulation);
    expect(decision).toMatchObject({ reason: "issuer.organisation", actor: "customer" });
    const phase = order.enrolment?.phase;
    const subjects = phase?.kind === "validating" ? phase.validations.map(({ issuer }) => issuer) : [];
    expect(subjects.map(({ subject, status }) => [subject.kind, status.kind])).toEqual([
      ["name", "valid"],
      ["name", "valid"],
      ["organisation", "pending"],
    ]);
    await liveUntil(simulation, ID, START + 3 * DAY);
    expect((await orderOf(simulation)).state.kind).toBe("placed");
    checked = true;
    const { order: proven } = await liveUntil(simulation, ID, START + 3 * DAY + HOUR);
    expect(proven.certificates).toBe(1);
    expect(proven.completed.map(({ name }) => name)).toEqual([SHOP, WWW]);
    expect((await settle(simulation.world, ID)).decision).toMatchObject({ reason: "licence.running" });
    expect(simulation.host.world.litter()).toBe(0);
  });
});

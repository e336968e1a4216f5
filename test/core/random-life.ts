import type { CaaLookup } from "@hostseal/core";
import fc from "fast-check";
import { cycle } from "../doubles/cycle.ts";
import { MOODS } from "../doubles/moods.ts";
import type { Mood } from "../doubles/moods.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { simulatedOrganisationProduct, simulatedProduct } from "../doubles/simulated-product.ts";
import type { Simulation } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { ORGANISATION, SHOP, START, WWW } from "./story.ts";

/** What somebody does while time passes; most of it is refused most of the time. */
const DEEDS = [
  "nothing",
  "confirm",
  "check-again",
  "choose-mail",
  "choose-file",
  "reissue",
  "reissue-fewer",
  "revoke",
  "cancel",
  "watch",
  "hand-over",
] as const;
export type Deed = (typeof DEEDS)[number];

/** Mostly the one, so that orders get far enough to meet every state; `weight` times as often as the others. */
const mostly = <Value>(usual: Value, weight: number, others: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

/** Drawn again and again in a circle. */
const some = <Value>(one: fc.Arbitrary<Value>, maxLength: number): fc.Arbitrary<readonly Value[]> =>
  fc.array(one, { minLength: 1, maxLength });

/** One order among ill hosts, a moody issuer and people who do this or that. */
export const randomLife = fc.record({
  deeds: fc.array(mostly<Deed>("nothing", 5, DEEDS), { minLength: 4, maxLength: 30 }),
  moods: some(mostly<Mood>("well", 12, MOODS), 40),
  pauses: some(fc.integer({ min: 0, max: 40 * 24 }), 8),
  funds: some(mostly(1_000_000, 6, [0]), 4),
  serves: some(mostly(true, 2, [false]), 5),
  personActs: some(fc.boolean(), 6),
  spreads: some(mostly(true, 3, [false]), 6),
  isReady: some(mostly(true, 4, [false]), 6),
  objects: some(mostly(undefined, 5, ["not-found" as const]), 4),
  forbids: some(mostly(false, 20, [true]), 8),
  hosts: some(fc.record({ hasZone: fc.boolean(), hasWebroot: fc.boolean(), keepsKeys: fc.boolean() }), 2),
  installs: mostly(true, 3, [false]),
  namesOrganisation: mostly(false, 3, [true]),
  tellsLicence: fc.boolean(),
  years: fc.constantFrom(1, 2),
});
export type RandomLife = typeof randomLife extends fc.Arbitrary<infer Value> ? Value : never;

const none: CaaLookup = { kind: "none", dnssec: "insecure" };
const forbidding: CaaLookup = {
  kind: "found",
  at: "example.com",
  records: [{ flags: 0, tag: "issue", value: ";" }],
  dnssec: "insecure",
};

/** The world in which a life is played. */
export const worldOf = (authority: SimulatedAuthority, life: RandomLife): Simulation => {
  const funds = cycle(life.funds);
  const isReady = cycle(life.isReady);
  const forbids = cycle(life.forbids);
  return createSimulation({
    start: START,
    authority,
    names: [SHOP, WWW],
    years: life.years,
    product: life.namesOrganisation ? simulatedOrganisationProduct : simulatedProduct,
    ...(life.namesOrganisation && { organisation: ORGANISATION }),
    hosts: life.hosts.map((host) => ({ ...host, serves: cycle(life.serves) })),
    installs: life.installs,
    moods: cycle(life.moods),
    mailMoods: cycle(life.moods),
    personActs: cycle(life.personActs),
    spreads: cycle(life.spreads),
    caa: () => (forbids() ? forbidding : none),
    habits: {
      balance: () => ({ amount: funds(), currency: "EUR" }),
      objects: cycle(life.objects),
      issuesAtOnce: isReady,
      examines: isReady,
      organisationIsChecked: isReady,
      tellsArtefacts: isReady,
      tellsLicence: life.tellsLicence,
    },
  });
};

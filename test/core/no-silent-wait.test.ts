import { Failure, advance, isFailure, runCommand, wordsOf } from "@hostseal/core";
import type { Command, Decision, Order, OrderId } from "@hostseal/core";
import { DAY, HOUR } from "@hostseal/rules";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { cycle } from "../doubles/cycle.ts";
import { MOODS } from "../doubles/moods.ts";
import type { Mood } from "../doubles/moods.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation } from "../doubles/simulation.ts";
import { createSimulation } from "../doubles/simulation.ts";
import { CUSTOMER, START, name } from "./story.ts";

const names = [name("shop.example.com"), name("*.shop.example.com")];

/** How often a step may follow a step before time has to pass. */
const MOST_STEPS_AT_ONCE = 120;

type Scenario = {
  readonly moods: readonly Mood[];
  readonly commands: readonly (Command["kind"] | "none")[];
  readonly pauses: readonly number[];
  readonly hasZone: boolean;
  readonly installs: boolean;
  readonly serves: readonly boolean[];
  readonly funds: readonly number[];
  readonly personActs: readonly boolean[];
};

/** Mostly well, so that orders get far enough to meet every state. */
const mood = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Mood>("well") },
  { weight: 2, arbitrary: fc.constantFrom(...MOODS) },
);

const scenario: fc.Arbitrary<Scenario> = fc.record({
  moods: fc.array(mood, { minLength: 1, maxLength: 40 }),
  commands: fc.array(
    fc.constantFrom("none", "none", "confirm", "check-again", "choose-method", "reissue", "revoke", "cancel"),
    { minLength: 4, maxLength: 30 },
  ),
  pauses: fc.array(fc.integer({ min: 0, max: 40 * 24 }), { minLength: 1, maxLength: 8 }),
  hasZone: fc.boolean(),
  installs: fc.boolean(),
  serves: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  funds: fc.array(fc.constantFrom(0, 1_000_000), { minLength: 1, maxLength: 4 }),
  personActs: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
});

const commandOf = (kind: Command["kind"], order: Order): Command => {
  switch (kind) {
    case "confirm":
      return { kind, price: order.price };
    case "choose-method":
      return { kind, name: names[0]!, choice: { method: "email", address: "admin@example.com" } };
    case "reissue":
      return { kind, names };
    case "revoke":
      return { kind, reason: "superseded" };
    case "accept-agreement":
    case "check-again":
    case "cancel":
      return { kind };
  }
};

const ask = async (simulation: Simulation, id: OrderId, kind: Command["kind"]): Promise<void> => {
  const stored = await simulation.world.store.get(id, CUSTOMER.scope);
  try {
    await runCommand(simulation.world, id, { kind: "accept-agreement" }, CUSTOMER);
    if (stored) await runCommand(simulation.world, id, commandOf(kind, stored.order), CUSTOMER);
  } catch (thrown) {
    if (!isFailure(thrown, "order.refused")) throw thrown;
  }
};

/** Steps until the order waits or rests; too many steps in a row are a loop. */
const untilItWaits = async (simulation: Simulation, id: OrderId) => {
  for (let step = 0; step < MOST_STEPS_AT_ONCE; step += 1) {
    const { decision, order } = await advance(simulation.world, id);
    if (decision.kind !== "step") return { decision, order };
  }
  throw new Error("it steps for ever without time passing");
};

const assertWaitIsExplained = (decision: Exclude<Decision, { kind: "step" }>, order: Order, now: number): void => {
  if (decision.kind === "rest") {
    expect(order.state.kind).toBe("ended");
    return;
  }
  const { sentence, todo } = wordsOf(decision);
  expect(sentence.length).toBeGreaterThan(10);
  expect(todo.length).toBeGreaterThan(5);
  expect(`${sentence}${todo}`).not.toMatch(/undefined|\{\w+\}|NaN/);
  expect(["customer", "partner", "operator", "issuer", "hostseal"]).toContain(decision.actor);
  expect(decision.until).toBeGreaterThan(now);
  expect(Number.isFinite(decision.until)).toBe(true);
};

const play = async (authority: SimulatedAuthority, plan: Scenario, seen: Set<string>): Promise<void> => {
  const pause = cycle(plan.pauses);
  const funds = cycle(plan.funds);
  const simulation = createSimulation({
    start: START,
    authority,
    names,
    hosts: [{ hasZone: plan.hasZone, serves: cycle(plan.serves) }],
    installs: plan.installs,
    moods: cycle(plan.moods),
    habits: { balance: () => ({ amount: funds(), currency: "EUR" }) },
    personActs: cycle(plan.personActs),
  });
  const id = await simulation.create();
  for (const command of ["confirm" as const, ...plan.commands]) {
    const { decision, order } = await untilItWaits(simulation, id);
    assertWaitIsExplained(decision, order, simulation.clock.now());
    seen.add(decision.kind === "wait" ? decision.reason : "rest");
    if (command !== "none") await ask(simulation, id, command);
    const jump = simulation.clock.now() + pause() * HOUR;
    simulation.clock.set(decision.kind === "wait" ? Math.min(decision.until, jump) : jump);
  }
  assertMoneyIsSpentOnce(simulation);
};

const assertMoneyIsSpentOnce = ({ issuer }: Simulation): void => {
  expect(issuer.books.orders()).toBeLessThanOrEqual(1);
  expect(issuer.books.charges()).toBeLessThanOrEqual(1);
};

describe("whatever happens, and in whatever order", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START - DAY);
  });

  test("every order that waits says why, who must act, what to do and when we look again; money is spent once", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(scenario, (plan) => play(authority, plan, seen)),
      { numRuns: 300 },
    );
    for (const reason of ["rest", "step.failed", "licence.running", "proof.record", "balance.low", "draft.confirm"])
      expect(seen).toContain(reason);
  }, 60_000);

  test("a bug of ours is no failure of the world: it is not swallowed", () => {
    expect(isFailure(new TypeError("ours"))).toBe(false);
    expect(isFailure(new Failure("order.unknown", { order: "x" }, {}))).toBe(true);
  });
});

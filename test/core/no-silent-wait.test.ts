import { advance, handOverKey, isFailure, watchIssuer, watchSites, wordsOf } from "@hostseal/core";
import type { Command, Decision, Order, OrderId } from "@hostseal/core";
import { DAY, HOUR } from "@hostseal/rules";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { cycle } from "../doubles/cycle.ts";
import type { SimulatedAuthority } from "../doubles/simulated-authority.ts";
import { createSimulatedAuthority } from "../doubles/simulated-authority.ts";
import type { Simulation } from "../doubles/simulation.ts";
import type { Deed, RandomLife } from "./random-life.ts";
import { randomLife, worldOf } from "./random-life.ts";
import { CUSTOMER, SHOP, START, WWW, ask, verdictOf } from "./story.ts";

/** How often a step may follow a step before time has to pass. */
const MOST_STEPS_AT_ONCE = 150;

const commandFor = (deed: Deed, order: Order): Command | undefined => {
  switch (deed) {
    case "confirm":
      return { kind: "confirm", price: order.price };
    case "choose-mail":
      return { kind: "choose-method", name: SHOP, choice: { method: "email", address: "admin@example.com" } };
    case "choose-file":
      return { kind: "choose-method", name: SHOP, choice: { method: "file" } };
    case "reissue":
      return { kind: "reissue", names: [SHOP, WWW] };
    case "reissue-fewer":
      return { kind: "reissue", names: [SHOP] };
    case "revoke":
      return { kind: "revoke", reason: "superseded" };
    case "check-again":
    case "cancel":
      return { kind: deed };
    case "nothing":
    case "watch":
    case "hand-over":
      return undefined;
  }
};

const deliver = async (): Promise<void> => undefined;

const act = async (simulation: Simulation, order: Order, deed: Deed): Promise<void> => {
  const command = commandFor(deed, order);
  if (command !== undefined) await ask(simulation, order.id, command);
  if (deed === "watch") {
    await watchSites(simulation.world, order.id);
    await watchIssuer(simulation.world, order.id);
  }
  if (deed === "hand-over") await handOverKey(simulation.world, order.id, { caller: CUSTOMER, deliver });
};

/** A person tries something; that it is refused, or that the world is ill, is no harm. */
const tryTo = async (simulation: Simulation, order: Order, deed: Deed): Promise<void> => {
  try {
    await ask(simulation, order.id, { kind: "accept-agreement" });
    await act(simulation, order, deed);
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
  }
};

type Rest = { readonly decision: Exclude<Decision, { kind: "step" }>; readonly order: Order };

/** Steps until the order waits or rests; too many steps in a row are a loop. */
const untilItWaits = async (simulation: Simulation, id: OrderId): Promise<Rest> => {
  for (let step = 0; step < MOST_STEPS_AT_ONCE; step += 1) {
    const { decision, order } = await advance(simulation.world, id);
    if (decision.kind !== "step") return { decision, order };
  }
  throw new Error("it steps for ever without time passing");
};

const assertWaitIsExplained = ({ decision, order }: Rest, now: number): void => {
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

const assertMoneyIsSpentOnce = ({ issuer }: Simulation, order: Order): void => {
  expect(issuer.books.orders()).toBeLessThanOrEqual(1);
  expect(order.charges.length).toBeLessThanOrEqual(1);
  expect(order.charges.length).toBeGreaterThanOrEqual(order.issuerRef === undefined ? 0 : 1);
};

/** What is over leaves nothing behind: no key, no proof, no open effect. */
const assertNothingIsLeft = ({ secrets, hosts }: Simulation, { decision, order }: Rest): void => {
  if (decision.kind !== "rest") return;
  expect(secrets.size).toBe(0);
  expect(hosts.map(({ world }) => world.litter())).toEqual(hosts.map(() => 0));
  expect([order.litter, order.undo, order.outbox, order.spentKeys]).toEqual([[], [], [], []]);
};

/** An order that is well has its certificate on every site it was ordered for. */
const assertSitesHoldIt = ({ hosts }: Simulation, { decision, order }: Rest): void => {
  if (decision.kind !== "wait" || !decision.reason.startsWith("licence.")) return;
  if (order.wishes.installations.length === 0) return;
  expect(hosts.map(({ world }) => world.holds())).toEqual(hosts.map(() => order.certificate?.sha256));
};

const play = async (authority: SimulatedAuthority, life: RandomLife, seen: Set<string>): Promise<void> => {
  const pause = cycle(life.pauses);
  const simulation = worldOf(authority, life);
  const id = await simulation.create();
  for (const deed of ["confirm", ...life.deeds] as const) {
    const rest = await untilItWaits(simulation, id);
    const { decision, order } = rest;
    assertWaitIsExplained(rest, simulation.clock.now());
    assertMoneyIsSpentOnce(simulation, order);
    assertNothingIsLeft(simulation, rest);
    assertSitesHoldIt(simulation, rest);
    seen.add(decision.kind === "wait" ? decision.reason : "rest");
    await tryTo(simulation, order, order.state.kind === "draft" && deed === "nothing" ? "confirm" : deed);
    const jump = simulation.clock.now() + pause() * HOUR;
    simulation.clock.set(decision.kind === "wait" ? Math.min(decision.until, jump) : jump);
  }
  expect(await verdictOf(simulation, id)).toMatchObject({ kind: "intact" });
  for (const { subject, text } of simulation.mails) expect(`${subject}${text}`).not.toMatch(/undefined|\{\w+\}|NaN/);
};

/** What a hundred and twenty lives meet for certain: each is met by every tenth. The others wait in waits.test.ts. */
const WELL_TRODDEN = [
  "rest",
  "draft.agreement",
  "draft.confirm",
  "balance.low",
  "proof.record",
  "proof.spreading",
  "proof.refused",
  "issuer.preparing",
  "issuer.checking",
  "issuer.issuing",
  "install.by-hand",
  "step.failed",
  "licence.running",
];

describe("whatever happens, and in whatever order", () => {
  let authority: SimulatedAuthority;
  beforeAll(async () => {
    authority = await createSimulatedAuthority(START - DAY);
  });

  test("every order that waits says why, who must act, what to do and when we look again; money is spent once; nothing is left", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(randomLife, (life) => play(authority, life, seen)),
      { numRuns: 120 },
    );
    expect(WELL_TRODDEN.filter((reason) => !seen.has(reason))).toEqual([]);
  }, 60_000);
});

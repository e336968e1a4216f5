import { type FleetEvent, foldFleet } from "@hostseal/installer/fleet";
import { HOUR } from "@hostseal/rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPatientClock } from "./patient-clock.ts";
import { type Fate, type FleetStory, liveThrough, type SimulatedHosts } from "./simulated-fleet.ts";

const START = 1_800_000_000_000;

const fate = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>("well") },
  { weight: 2, arbitrary: fc.constant<Fate>("passing") },
  { weight: 2, arbitrary: fc.constant<Fate>("unheard") },
  { weight: 1, arbitrary: fc.constant<Fate>("lasting") },
);

const host = fc.record({
  gateway: fc.constantFrom("north", "south", "east"),
  fates: fc.array(fate, { maxLength: 4 }),
});

const story: fc.Arbitrary<FleetStory> = fc
  .record({
    hosts: fc.array(host, { minLength: 1, maxLength: 14 }),
    cuts: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
    parallel: fc.integer({ min: 1, max: 6 }),
    perGateway: fc.integer({ min: 1, max: 3 }),
    mostFailures: fc.integer({ min: 0, max: 3 }),
    perHour: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    killedAfter: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  })
  .map(({ hosts, cuts, perHour, killedAfter, ...bounds }) => {
    const places = hosts.map(({ gateway }, index) => ({ id: `web${index}`, gateway }));
    const waves: (typeof places)[] = [];
    for (const cut of cuts) waves.push(places.splice(0, cut));
    return {
      ...bounds,
      waves: [...waves, places].filter((wave) => wave.length > 0),
      fates: Object.fromEntries(hosts.map(({ fates }, index) => [`web${index}`, fates])),
      ...(perHour !== undefined && { perHour }),
      ...(killedAfter !== undefined && { killedAfter }),
    };
  });

/** Each event with the state that it met. */
const withStates = (events: readonly FleetEvent[]) =>
  events.map((event, index) => ({ event, state: foldFleet(events.slice(0, index)) }));

const begunIn = (events: readonly FleetEvent[]) => events.filter((event) => event.kind === "host.begun");

const keepsOrder = (journal: readonly FleetEvent[]): void => {
  for (const { event, state } of withStates(journal)) {
    if (event.kind !== "host.begun") continue;
    const before = state.hosts.get(event.host);
    expect(state.stopped, "nothing begins after the stop").toBeUndefined();
    expect(before?.kind === "queued" || (before?.kind === "failed" && before.retryAt !== undefined)).toBe(true);
    const wave = state.waves.findIndex((hosts) => hosts.includes(event.host));
    for (const earlier of state.waves.slice(0, wave).flat()) {
      const one = state.hosts.get(earlier);
      expect(one?.kind === "done" || (one?.kind === "failed" && one.retryAt === undefined), earlier).toBe(true);
    }
  }
};

const keepsPace = (journal: readonly FleetEvent[], perHour = Infinity): void => {
  const changes = begunIn(journal).map(({ at }) => at);
  for (const at of changes) {
    expect(changes.filter((one) => one > at - HOUR && one <= at).length).toBeLessThanOrEqual(perHour);
  }
};

/** Nobody who was at work when the process died is begun anew before the host has said what became of it. */
const asksFirst = (past: readonly FleetEvent[], journal: readonly FleetEvent[]): void => {
  for (const [name, state] of foldFleet(past).hosts) {
    if (state.kind !== "running") continue;
    const answered = journal.findIndex((event) => "host" in event && event.host === name);
    expect(["host.asked", "host.failed"]).toContain(journal[answered]?.kind);
    const firstBegun = journal.findIndex(({ kind }) => kind === "host.begun");
    if (firstBegun !== -1) expect(answered).toBeLessThan(firstBegun);
  }
};

const open = (): SimulatedHosts => ({ installed: [], attempts: new Map() });

describe("a fleet", () => {
  test(
    "keeps its order, its bounds and its pace, whatever fails and whenever it is killed",
    { timeout: 60_000 },
    async () => {
      let kills = 0;
      const property = fc.asyncProperty(story, async ({ killedAfter, ...rest }) => {
        const [hosts, clock] = [open(), createPatientClock(START)];
        const first = await liveThrough({ ...rest, ...(killedAfter !== undefined && { killedAfter }) }, hosts, {
          past: [],
          clock,
        });
        const past = first.journal;
        if (first.wasKilled) kills += 1;
        const second = first.wasKilled ? await liveThrough(rest, hosts, { past, clock }) : undefined;
        const journal = [...past, ...(second?.journal ?? [])];
        keepsOrder(journal);
        keepsPace(journal, rest.perHour);
        if (second) asksFirst(past, second.journal);
        for (const { most } of [first, ...(second ? [second] : [])]) {
          expect(most.all).toBeLessThanOrEqual(rest.parallel);
          expect(most.gateway).toBeLessThanOrEqual(rest.perGateway);
          expect(most.host).toBeLessThanOrEqual(1);
        }
        const end = foldFleet(journal);
        const failed = [...end.hosts.values()].filter(({ kind }) => kind === "failed").length;
        expect(end.isEnded).toBe(true);
        expect(end.stopped).toBe(failed > rest.mostFailures ? "failures" : undefined);
        const installed = hosts.installed.map((one) => one.host);
        expect(new Set(installed).size, "no host is changed twice").toBe(installed.length);
        for (const [name, { kind }] of end.hosts) {
          if (kind === "done") expect(installed).toContain(name);
          if (end.stopped === undefined) expect(["done", "failed"]).toContain(kind);
          else expect(["done", "failed", "skipped"]).toContain(kind);
        }
      });
      await fc.assert(property, { numRuns: 400 });
      expect(kills).toBeGreaterThan(80);
    },
  );
});

const one = (fates: readonly Fate[]): FleetStory => ({
  waves: [[{ id: "web0", gateway: "web0" }]],
  fates: { web0: fates },
  parallel: 2,
  perGateway: 2,
  mostFailures: 0,
});

/** How often a host was tried, and what it came to. */
const triesOf = async (fates: readonly Fate[]) => {
  const [hosts, clock] = [open(), createPatientClock(START)];
  const { journal } = await liveThrough(one(fates), hosts, { past: [], clock });
  return [hosts.attempts.get("web0"), foldFleet(journal).hosts.get("web0")?.kind];
};

test("a host is tried again for trouble that passes, three times at most, and for no other", async () => {
  expect(await triesOf(["passing", "passing"])).toEqual([3, "done"]);
  expect(await triesOf(["passing", "passing", "passing"])).toEqual([3, "failed"]);
  expect(await triesOf(["lasting"])).toEqual([1, "failed"]);
  expect(await triesOf(["unheard"]), "what was done before is not done again").toEqual([1, "done"]);
});

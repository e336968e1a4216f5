import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createFleetInstaller, type FleetEvent, foldFleet, isComplete, runFleet } from "@hostseal/installer/fleet";
import { look } from "@hostseal/installer/prove";
import { fingerprint } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { clock, manifest, random } from "../host/stage.ts";
import { served } from "../host/visit.ts";
import { type FleetNode, type RunningFleet, SECURED, serversOf, startFleet, toBundle } from "./start-fleet.ts";

const BARE = "bare.example.com" as DomainName;

const bounds = { parallel: 4, perGateway: 2, mostFailures: 0, past: [] } as const;

const places = ({ nodes }: RunningFleet) => nodes.map(({ id }) => ({ id, gateway: id }));

const runAll = async (fleet: RunningFleet, servers: ReturnType<typeof serversOf>): Promise<readonly FleetEvent[]> => {
  const [first, ...others] = places(fleet);
  const waves = [first ? [first] : [], others];
  const events: FleetEvent[] = [];
  const ports = { clock, random, journal: { append: async () => undefined }, ...createFleetInstaller(servers) };
  for await (const event of runFleet({ ...bounds, waves }, ports)) events.push(event);
  return events;
};

const etc = async ({ world }: FleetNode) => manifest(join(world.root, "etc"));

describe("a fleet of real hosts", { timeout: 60_000 }, () => {
  test("has its certificates proven on every node at its address, and leaves them alone the next time", async () => {
    await using fleet = await startFleet(3);
    const issued = await Promise.all([SECURED, BARE].map((name) => fleet.authority.issue(name)));
    const bundles = issued.map((one, index) => toBundle(index === 0 ? SECURED : BARE, one));
    const first = foldFleet(await runAll(fleet, serversOf(fleet, bundles)));
    expect(isComplete(first), JSON.stringify([...first.hosts])).toBe(true);
    for (const { id, world } of fleet.nodes) {
      const outcome = { kind: "installed", names: [SECURED, BARE], addresses: [world.address] };
      expect(first.hosts.get(id)).toEqual({ kind: "done", outcome });
      for (const { name, certificate } of bundles)
        expect(await served(world.address, name)).toBe(fingerprint(certificate).sha256);
    }
    const before = await Promise.all(fleet.nodes.map(etc));
    const second = foldFleet(await runAll(fleet, serversOf(fleet, bundles)));
    expect([...second.hosts.values()]).toMatchObject(fleet.nodes.map(() => ({ outcome: { kind: "unchanged" } })));
    expect(await Promise.all(fleet.nodes.map(etc))).toEqual(before);
  });

  test("stops behind a canary whose own test is red, and touches nobody else", async () => {
    await using fleet = await startFleet(3);
    const [canary] = fleet.nodes;
    await writeFile(join(canary?.world.root ?? "", "etc", "sites", "99-broken"), "sll_certificate x;\n");
    const before = await Promise.all(fleet.nodes.map(etc));
    const bundle = toBundle(SECURED, await fleet.authority.issue(SECURED));
    const end = foldFleet(await runAll(fleet, serversOf(fleet, [bundle])));
    expect(end.stopped).toBe("failures");
    expect([...end.hosts.values()]).toMatchObject([
      { kind: "failed", code: "host.config-broken" },
      { kind: "skipped" },
      { kind: "skipped" },
    ]);
    expect(await Promise.all(fleet.nodes.map(etc))).toEqual(before);
  });

  test("has a run given up that still waits on a link nobody listens to, and one kept that was committed", async () => {
    await using fleet = await startFleet(1);
    const [node] = fleet.nodes as [FleetNode];
    const bundle = toBundle(SECURED, await fleet.authority.issue(SECURED));
    const before = await etc(node);
    const [waiting, run] = [Promise.withResolvers<void>(), "run-00000000000000aa"];
    const isHanging = { now: false };
    const settings = {
      ...fleet.settings(node),
      look: async (spot: Parameters<typeof look>[0]) =>
        isHanging.now ? new Promise<never>(() => undefined) : look(spot),
    };
    const deaf = createFleetInstaller(new Map([[node.id, { settings, bundles: [bundle] }]]));
    void deaf.installOne({ host: node.id, run }, (step) => {
      if (step !== "reloaded") return;
      isHanging.now = true;
      waiting.resolve();
    });
    await waiting.promise;
    const { installOne, whatBecame } = createFleetInstaller(serversOf(fleet, [bundle]));
    expect(await whatBecame({ host: node.id, run })).toEqual({ kind: "undone" });
    expect(await etc(node)).toEqual(before);
    const again = { host: node.id, run: "run-00000000000000bb" };
    expect(await installOne(again, () => undefined)).toMatchObject({ kind: "installed" });
    expect(await whatBecame(again)).toMatchObject({ kind: "done" });
    expect(await served(node.world.address, SECURED)).toBe(fingerprint(bundle.certificate).sha256);
  });
});

import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { Resolver } from "node:dns/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "@hostseal/core";
import { asId } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { fromIso } from "@hostseal/rules";
import type { DemoHostSettings, DemoWorld } from "@hostseal/sandbox";
import { createDemoHost, createVirtualClock, startWorld } from "@hostseal/sandbox";
import type { HostSubject, Plot, Verb } from "./host-check.ts";
import { VERBS } from "./host-check.ts";
import { takeSnapshot } from "./host-demo-snapshot.ts";
import { startRecorder } from "./host-recorder.ts";
import { createTestAuthority } from "./host-test-authority.ts";
import { createVisitor } from "./host-visitor.ts";

export type DemoSubjectWish = {
  readonly lacks?: NonNullable<DemoHostSettings["lacks"]>;
  /** Stands between the checks and the adapter: what a liar does to every instance. */
  readonly spoil?: (honest: Host, world: DemoWorld, folder: string) => Partial<Host>;
};

const START = fromIso("2026-11-21");
const ACCOUNT = "harbour";
const WRONG_CREDENTIAL = "quay_this-one-was-never-given-out";
const PATIENCE = 1_000;

const plot = (site: string, name: string): Plot => ({ site: asId(site), name: name as DomainName });
const oneCallEach = Object.fromEntries(VERBS.map((verb) => [verb, 1])) as Record<Verb, number>;

const recordsOf = async ({ dns }: DemoWorld, host: string, type: "TXT" | "CNAME"): Promise<readonly string[]> => {
  const resolver = new Resolver();
  resolver.setServers([`${dns.address}:${dns.port}`]);
  if (type === "CNAME") return await resolver.resolveCname(host);
  return (await resolver.resolveTxt(host)).map((chunks) => chunks.join(""));
};

/** The demo host in a world of its own, which ends with `close`. */
export const openDemoSubject = async ({ lacks = [], spoil = () => ({}) }: DemoSubjectWish = {}): Promise<
  HostSubject & { close(): Promise<void> }
> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-world-"));
  const world = await startWorld({
    clock: createVirtualClock({ start: START }),
    random: { bytes: (count) => randomBytes(count) },
    folder,
  });
  const [recorder, authority] = [await startRecorder(world.panel.url), await createTestAuthority(START)];
  const visitor = createVisitor(world);
  const credential = world.panel.credentials[ACCOUNT];

  const connect = (secret = credential): Host => {
    const settings = { id: asId<Host["id"]>("demo"), url: recorder.url, account: ACCOUNT, patience: PATIENCE, lacks };
    const honest = createDemoHost({ ...settings, credential: secret });
    return { ...honest, ...spoil(honest, world, folder) };
  };

  return {
    host: connect(),
    connect: () => connect(),
    connectAsStranger: () => connect(new Secret(WRONG_CREDENTIAL)),
    connectWithoutPermission: () => {
      world.controls.panel.permit(ACCOUNT, "tls:write", false);
      return { host: connect(), permission: "tls:write" };
    },
    secured: plot("diary", "diary.example.com"),
    bare: plot("bakery", "example.com"),
    neighbour: plot("museum", "museum.example.net"),
    foreignSite: asId("next-door"),
    hostedName: "example.com",
    foreignName: "blog.example.org",
    ...authority,
    behind: {
      ...visitor,
      records: async (host, type) => recordsOf(world, host, type),
      snapshot: async () => takeSnapshot(world, visitor, folder),
      interfere: async ({ site, name }) => {
        const { certificate, chain, key } = await authority.issue(name);
        world.controls.panel.install(site, { key, certificates: [certificate, ...chain] });
      },
    },
    wire: recorder,
    callBounds: oneCallEach,
    secrets: [credential.reveal(), WRONG_CREDENTIAL],
    close: async () => {
      await Promise.all([recorder.close(), world.close()]);
      await rm(folder, { recursive: true });
    },
  };
};

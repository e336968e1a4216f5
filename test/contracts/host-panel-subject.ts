import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { Resolver } from "node:dns/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asId, type Clock, type Host, type HostId, type HostManifest, type Random, type SiteId } from "@hostseal/core";
import { createHttp, type Http } from "@hostseal/http";
import type { PanelDouble } from "@hostseal/panel-doubles";
import type { Secret } from "@hostseal/pki";
import { type DomainName, fromIso } from "@hostseal/rules";
import { createVirtualClock, type DemoWorld, startWorld } from "@hostseal/sandbox";
import type { HostSubject, Plot, Verb } from "./host-check.ts";
import { takeSnapshot } from "./host-demo-snapshot.ts";
import { createPanelIdentity } from "./host-panel-identity.ts";
import { startRecorder } from "./host-recorder.ts";
import { listenHere } from "./listen-here.ts";
import { createTestAuthority } from "./host-test-authority.ts";
import { createVisitor } from "./host-visitor.ts";

/** What an adapter of a panel is made with, in every plugin. */
export type PanelSettings = {
  readonly id: HostId;
  /** Base of the panel, `https://panel.example:2087`, without final slash. */
  readonly url: string;
  readonly account: string;
  readonly credential: Secret;
};
export type PanelDeps = { readonly http: Http; readonly clock: Clock; readonly random: Random };

/** A panel under the host contract: its double, and its adapter. */
export type PanelUnderTest = {
  readonly title: string;
  readonly capabilities: HostManifest["capabilities"];
  openDouble(world: DemoWorld, deps: { readonly random: Random }): PanelDouble | Promise<PanelDouble>;
  createHost(settings: PanelSettings, deps: PanelDeps): Host;
  /** The most calls each verb may take: stated in the adapter's documentation. */
  readonly callBounds: Readonly<Record<Verb, number>>;
  /** Whether the panel answers with keys to whoever may install. */
  readonly apiShowsKeys?: boolean;
};

const START = fromIso("2026-11-21");
const ACCOUNT = "harbour";
const TIMEOUT = 1_000;
const random: Random = { bytes: (count) => randomBytes(count) };

const recordsOf = async ({ dns }: DemoWorld, host: string, type: "TXT" | "CNAME"): Promise<readonly string[]> => {
  const resolver = new Resolver();
  resolver.setServers([`${dns.address}:${dns.port}`]);
  if (type === "CNAME") return await resolver.resolveCname(host);
  return (await resolver.resolveTxt(host)).map((chunks) => chunks.join(""));
};

/** The snapshot under the panel's names of the sites; what the panel keeps of a site belongs to that site's part. */
const renamed = (parts: Readonly<Record<string, unknown>>, double: PanelDouble): Readonly<Record<string, unknown>> => {
  const part = (name: string): string =>
    name.startsWith("tls:") ? `tls:${double.siteOf(name.slice("tls:".length))}` : name;
  const ground = Object.fromEntries(Object.entries(parts).map(([name, value]) => [part(name), value]));
  const kept = Object.entries(double.kept()).map(([name, value]): [string, unknown] =>
    name in ground ? [name, { ground: ground[name], panel: value }] : [name, value],
  );
  return { ...ground, ...Object.fromEntries(kept) };
};

/** A panel's double over a world of its own, behind TLS; all of it ends with `close`. */
export const openPanelSubject = async (
  panel: PanelUnderTest,
): Promise<HostSubject & { readonly world: DemoWorld; readonly double: PanelDouble; close(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-world-"));
  const clock = createVirtualClock({ start: START });
  const world = await startWorld({ clock, random, folder });
  const double = await panel.openDouble(world, { random });
  const server = await listenHere(createServer(double.listener));
  const identity = await createPanelIdentity();
  const recorder = await startRecorder(server.url, identity);
  const [authority, visitor] = [await createTestAuthority(START), createVisitor(world)];

  const http = createHttp({ timeout: TIMEOUT, trust: { kind: "pin", sha256: identity.sha256 } });
  const connect = (credential: Secret = double.credential): Host =>
    panel.createHost(
      { id: asId<HostId>("panel"), url: recorder.url.replace(/\/$/, ""), account: ACCOUNT, credential },
      { http, clock, random },
    );
  const webspaceOf = new Map<string, string>();
  const plot = (webspace: string, name: string): Plot => {
    const site = double.siteOf(webspace);
    webspaceOf.set(site, webspace);
    return { site: asId<SiteId>(site), name: name as DomainName };
  };

  return {
    world,
    double,
    host: connect(),
    connect: () => connect(),
    connectAsStranger: () => connect(double.strangeCredential),
    connectWithoutPermission: () => {
      const { credential, permission } = double.withoutPermission();
      return { host: connect(credential), permission };
    },
    secured: plot("diary", "diary.example.com"),
    bare: plot("bakery", "example.com"),
    neighbour: plot("museum", "museum.example.net"),
    foreignSite: asId<SiteId>(double.siteOf("next-door")),
    hostedName: "example.com",
    foreignName: "blog.example.org",
    ...authority,
    behind: {
      ...visitor,
      records: async (host, type) => recordsOf(world, host, type),
      snapshot: async () => renamed(await takeSnapshot(world, visitor, folder), double),
      interfere: async ({ site, name }) => {
        const { certificate, chain, key } = await authority.issue(name);
        world.controls.panel.install(webspaceOf.get(site) ?? site, { key, certificates: [certificate, ...chain] });
      },
    },
    wire: recorder,
    callBounds: panel.callBounds,
    apiShowsKeys: panel.apiShowsKeys ?? false,
    secrets: [double.credential.reveal(), double.strangeCredential.reveal()],
    close: async () => {
      await Promise.all([recorder.close(), server.close(), world.close()]);
      await rm(folder, { recursive: true });
    },
  };
};

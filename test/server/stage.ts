import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createHurry,
  createWorld,
  type Demo,
  loadConfig,
  startDemo,
  surroundingsOf,
  systemRandom,
} from "@hostseal/cli";
import type { LocalWorld } from "@hostseal/cli";
import { Secret } from "@hostseal/pki";
import { fromIso } from "@hostseal/rules";
import { createApp, createPilot, createWording, type ServerSettings, startServer } from "@hostseal/server";
import { openPanelFront, OWNER, type PanelFront } from "./panel-front.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

/** The whole app over a demo world, with whatever its log says. */
export type Stage = AsyncDisposable & {
  readonly demo: Demo;
  readonly world: LocalWorld;
  /** Where the app answers, without final slash. */
  readonly origin: string;
  /** The pages of the make-believe panel, for a real browser. */
  readonly panelUrl: string;
  readonly settings: ServerSettings;
  /** Every line that was logged, from the least important on. */
  readonly log: readonly string[];
  /** Somebody who has not signed on. */
  visitor(): Visitor;
  /** Somebody whom the panel has signed on; the account's name is its customer. */
  signedOn(account?: string): Promise<Visitor>;
  /** What the panel says of an account, as a signed assertion. */
  assertionFor: PanelFront["assertionFor"];
  /** What the panel's hooks say about an account, as a signed assertion. */
  newsOf: PanelFront["newsOf"];
};

export type StageOptions = {
  readonly settings?: Partial<ServerSettings>;
  /** Whether orders go on by themselves, in a hurry; on by default. */
  readonly flies?: boolean;
  /** Puts something between the app and its world. */
  readonly through?: (world: LocalWorld) => LocalWorld;
};

const noEnvironment = (home: string) => ({
  home,
  isDebugging: true,
  allowsColours: false,
  person: () => ({ user: "nobody", folder: home }),
  agentSocket: undefined,
  credential: () => undefined,
});

const openWorld = async ({ home, clock }: Demo, note: (line: string) => void): Promise<LocalWorld> => {
  const config = await loadConfig(home);
  const around = await surroundingsOf(config, { home, environment: noEnvironment(home), note });
  return createWorld(config, { ...around, clock });
};

type Staged = { readonly demo: Demo; readonly world: LocalWorld; readonly front: PanelFront; readonly origin: string };

const settingsOf = ({ world, front, origin }: Staged): ServerSettings => ({
  origin,
  partner: world.config.partner,
  brand: { name: "Harbour SSL", supportEmail: "help@harbour.example" },
  contactEmail: "owner@harbour.example",
  panels: new Map([[front.server, front.panel]]),
  linkKey: new Secret(Buffer.from(systemRandom.bytes(32)).toString("base64url")),
});

const openDemo = async (opening: AsyncDisposableStack): Promise<Demo> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-server-"));
  opening.defer(() => rm(folder, { recursive: true, force: true }));
  const start = fromIso("2026-11-21T12:00:00Z");
  return opening.use(await startDemo({ home: join(folder, "home"), start, random: systemRandom }));
};

/** Starts app and pilot, and gives the settings they were started with. */
const openApp = async (
  opening: AsyncDisposableStack,
  staged: Omit<Staged, "origin">,
  { settings: wished = {}, flies = true }: StageOptions,
): Promise<ServerSettings> => {
  const { demo, world } = staged;
  const { promise, resolve } = Promise.withResolvers<ServerSettings>();
  const stop = new AbortController();
  const flights: Promise<void>[] = [];
  const server = await startServer({ address: "127.0.0.1", port: 0 }, ({ address, port }) => {
    const settings = { ...settingsOf({ ...staged, origin: `http://${address}:${port}` }), ...wished };
    const worded = { ...world, wording: createWording(world, settings) };
    const pilot = createPilot({ world: worded, pause: createHurry(world, demo.clock) });
    if (flies) flights.push(pilot.fly(stop.signal));
    resolve(settings);
    return createApp({ world, settings, pilot });
  });
  opening.defer(async () => {
    stop.abort();
    await Promise.all(flights);
  });
  opening.defer(() => server.close());
  return promise;
};

/** Opens a demo world with the app in front of it; all of it ends when it is disposed of. */
export const openStage = async (options: StageOptions = {}): Promise<Stage> => {
  await using opening = new AsyncDisposableStack();
  const demo = await openDemo(opening);
  const log: string[] = [];
  const bare = opening.use(await openWorld(demo, (line) => log.push(line)));
  const world = options.through?.(bare) ?? bare;
  const bound = { origin: "" };
  const front = await openPanelFront(demo, () => bound.origin);
  opening.defer(() => front.close());
  const settings = await openApp(opening, { demo, world, front }, options);
  const { origin } = settings;
  bound.origin = origin;
  const open = opening.move();
  return {
    demo,
    world,
    origin,
    panelUrl: `${front.origin}/`,
    settings,
    log,
    visitor: () => createVisitor(origin),
    assertionFor: (account, claims) => front.assertionFor(account, claims),
    newsOf: (account, event) => front.newsOf(account, event),
    signedOn: async (account = OWNER) => {
      const visitor = createVisitor(origin);
      await visitor.post("/panel/sign-on", { assertion: front.assertionFor(account) });
      return visitor;
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
};

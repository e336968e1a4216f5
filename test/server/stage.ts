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
import { asId, type CustomerId, type HostId } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { fromIso, SECOND } from "@hostseal/rules";
import { startFront } from "@hostseal/sandbox";
import { createApp, createPilot, type ServerSettings, startServer } from "@hostseal/server";
import { signAssertion } from "@hostseal/sign-on";
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
};

export type StageOptions = {
  readonly settings?: Partial<ServerSettings>;
  /** Whether orders go on by themselves, in a hurry; on by default. */
  readonly flies?: boolean;
};

const SERVER = "quayside";
const OWNER = "harbour";
const ASSERTION_SECONDS = 60;

const noEnvironment = (home: string) => ({
  home,
  isDebugging: true,
  allowsColours: false,
  person: () => ({ user: "nobody", folder: home }),
  agentSocket: undefined,
  credential: () => undefined,
});

const customerOf = (account: string): CustomerId => asId<CustomerId>(account);
const hostOf = (): HostId => asId<HostId>("panel");

const openWorld = async ({ home, clock }: Demo, note: (line: string) => void) => {
  const config = await loadConfig(home);
  const around = await surroundingsOf(config, { home, environment: noEnvironment(home), note });
  return { config, world: await createWorld(config, { ...around, clock }) };
};

/** Opens a demo world with the app in front of it; all of it ends when it is disposed of. */
export const openStage = async ({ settings: wished = {}, flies = true }: StageOptions = {}): Promise<Stage> => {
  await using opening = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "hostseal-server-"));
  opening.defer(() => rm(folder, { recursive: true, force: true }));
  const start = fromIso("2026-11-21T12:00:00Z");
  const demo = opening.use(await startDemo({ home: join(folder, "home"), start, random: systemRandom }));
  const log: string[] = [];
  const { config, world } = await openWorld(demo, (line) => log.push(line));
  opening.use(world);

  const key = new Secret(Buffer.from(systemRandom.bytes(32)).toString("base64url"));
  const bound = { origin: "" };
  const { residents } = demo.hosting;
  const parts = { ...world, account: OWNER, residents, server: SERVER, key, app: () => bound.origin };
  const front = await startFront(parts);
  opening.defer(() => front.close());

  const settingsFor = (origin: string): ServerSettings => ({
    origin,
    partner: config.partner,
    brand: { name: "Harbour SSL", supportEmail: "help@harbour.example" },
    contactEmail: "owner@harbour.example",
    panels: new Map([[SERVER, { key, origins: [front.origin], theme: "plain", customerOf, hostOf }]]),
    ...wished,
  });
  const pilot = createPilot({ world, pause: createHurry(world, demo.clock) });
  const server = await startServer({ address: "127.0.0.1", port: 0 }, ({ address, port }) => {
    bound.origin = `http://${address}:${port}`;
    return createApp({ world, settings: settingsFor(bound.origin), pilot });
  });
  opening.defer(() => server.close());
  const stop = new AbortController();
  const flight = flies ? pilot.fly(stop.signal) : Promise.resolve();
  opening.defer(async () => {
    stop.abort();
    await flight;
  });

  const assertionFor = (account: string): string => {
    const iat = Math.floor(demo.clock.now() / SECOND);
    const jti = Buffer.from(systemRandom.bytes(16)).toString("base64url");
    const claims = { aud: bound.origin, exp: iat + ASSERTION_SECONDS, iat, iss: SERVER, jti, sub: account };
    return signAssertion({ ...claims, role: "customer" }, { kind: "server", key });
  };
  const open = opening.move();
  return {
    demo,
    world,
    origin: bound.origin,
    panelUrl: `${front.origin}/`,
    settings: settingsFor(bound.origin),
    log,
    visitor: () => createVisitor(bound.origin),
    signedOn: async (account = OWNER) => {
      const visitor = createVisitor(bound.origin);
      await visitor.post("/panel/sign-on", { assertion: assertionFor(account) });
      return visitor;
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
};

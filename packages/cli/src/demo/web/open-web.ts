import type { Wording } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { startFront } from "@hostseal/sandbox";
import type { Theme } from "@hostseal/server/themes";
import { createApp, createPilot, createWording, type ServerSettings, startServer } from "@hostseal/server";
import type { CommandContext } from "../../command-line/command-row.ts";
import { createSharedWorld } from "../../composition/create-world.ts";
import { loadConfig } from "../../composition/load-config.ts";
import { surroundedBy } from "../../composition/surroundings-of.ts";
import type { Demo } from "../world/start-demo.ts";
import { createHurry } from "./hurry.ts";

/** The demo panel with its button, and the app behind it. */
export type DemoWeb = AsyncDisposable & {
  /** The pages of the make-believe panel. */
  readonly panelUrl: string;
  /** Where orders are found without a panel. */
  readonly trackUrl: string;
};

const SERVER = "quayside";
const ACCOUNT = "harbour";
const KEY_BYTES = 32;
const LOOPBACK = { address: "127.0.0.1", port: 0 };

/** Opens the web app and the panel that leads to it; both end when it is disposed of. */
export const openWeb = async (
  demo: Demo,
  { environment, terminal }: Pick<CommandContext, "environment" | "terminal">,
  theme: Theme,
): Promise<DemoWeb> => {
  await using opening = new AsyncDisposableStack();
  const config = await loadConfig(demo.home);
  const around = surroundedBy(demo.clock, { home: demo.home, environment, note: terminal.note });
  const world = opening.use(await createSharedWorld(config, around));
  const key = new Secret(Buffer.from(around.random.bytes(KEY_BYTES)).toString("base64url"));
  const bound = { origin: "" };
  const { residents } = demo.hosting;
  const front = await startFront({
    ...around,
    account: ACCOUNT,
    residents,
    server: SERVER,
    key,
    app: () => bound.origin,
  });
  opening.defer(() => front.close());

  const panel = {
    key,
    origins: [front.origin],
    theme,
    customerOf: () => demo.account.customer,
    hostOf: () => demo.account.host,
  } as const;
  const settingsFor = (origin: string): ServerSettings => ({
    origin,
    partner: config.partner,
    brand: { name: "Harbour SSL", supportEmail: "help@harbour.example" },
    contactEmail: config.contactEmails[0] ?? "",
    panels: new Map([[SERVER, panel]]),
    linkKey: key,
  });
  const wording: Wording = async (message, order) => createWording(world, settingsFor(bound.origin))(message, order);
  const pilot = createPilot({ world: { ...world, wording }, pause: createHurry(world, demo.clock) });
  const server = await startServer(LOOPBACK, ({ address, port }) => {
    bound.origin = `http://${address}:${port}`;
    return createApp({ world, settings: settingsFor(bound.origin), pilot });
  });
  opening.defer(() => server.close());
  const stop = new AbortController();
  const flight = pilot.fly(stop.signal);
  opening.defer(async () => {
    stop.abort();
    await flight;
  });
  const open = opening.move();
  return {
    panelUrl: `${front.origin}/`,
    trackUrl: `${bound.origin}/track`,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
};

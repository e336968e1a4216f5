import type { Clock, Random } from "@hostseal/core";
import { DAY } from "@hostseal/rules";
import { type Closing, createClosing } from "./closing.ts";
import { createPostOffice } from "./mailbox/post-office.ts";
import { outsideView } from "./outside-view.ts";
import { createAccountRegister } from "./panel/account.ts";
import { createKeyRing } from "./panel/key-ring.ts";
import type { Panel } from "./panel/panel.ts";
import { createPanelFaults } from "./panel/panel-faults.ts";
import { startPanelServer } from "./panel/panel-server.ts";
import { createTlsShelf } from "./panel/tls-shelf.ts";
import { createFormerAuthority } from "./populate/former-authority.ts";
import { populate } from "./populate/populate.ts";
import { createServedCertificates } from "./web/served-certificates.ts";
import { startWebServers } from "./web/web-servers.ts";
import { createWebspaceRegister } from "./web/webspace-register.ts";
import type { World } from "./world.ts";
import { createWorldControls } from "./world-controls.ts";
import { startResolvers } from "./zones/start-resolvers.ts";
import { createZoneRegister } from "./zones/zone-register.ts";

export type WorldOptions = {
  readonly clock: Clock;
  readonly random: Random;
  /** A folder of its own for document roots; it stays when the world is closed. */
  readonly folder: string;
};

/** What the hosting company shows for sites without a certificate. */
const FALLBACK_NAME = "unconfigured.hosting.example";
const FALLBACK_LIFETIME = 3_000 * DAY;

/** DNS and web servers, and the panel that rules over them, without a single site. */
const build = async ({ clock, random }: WorldOptions, closing: Closing) => {
  const authority = await createFormerAuthority(clock, random);
  const served = createServedCertificates(await authority.issue([FALLBACK_NAME], FALLBACK_LIFETIME));
  const [webspaces, zones] = [createWebspaceRegister(), createZoneRegister()];
  const web = closing.keep(await startWebServers(webspaces, served));
  const resolvers = closing.keep(await startResolvers(zones));
  const panel: Panel = {
    accounts: createAccountRegister(),
    webspaces,
    zones,
    shelf: createTlsShelf(served),
    keys: createKeyRing(random),
    endpoints: [web.https],
    configFaults: new Map(),
  };
  return { authority, served, web, resolvers, panel };
};

const open = async (options: WorldOptions, closing: Closing): Promise<World> => {
  const { authority, served, web, resolvers, panel } = await build(options, closing);
  const { residents, credentials } = await populate({ ...options, panel, authority });
  const [faults, mailbox] = [createPanelFaults(), createPostOffice(options.clock)];
  const server = closing.keep(await startPanelServer(panel, { faults, mailbox }));
  const close = async (): Promise<void> => closing.close();

  return {
    dns: resolvers.here,
    http: web.http,
    https: web.https,
    outside: outsideView({ resolvers, ...web }),
    formerRoot: authority.root,
    panel: { url: server.url, credentials },
    ground: panel,
    mailbox,
    mailUrl: server.mailUrl,
    residents,
    controls: createWorldControls({ panel, served, faults, calls: () => server.calls() }),
    close,
    [Symbol.asyncDispose]: close,
  };
};

/**
 * Starts the demo world: DNS, web, mail and panel, every one on a free port of 127.0.0.1, with all its sites. What was
 * started is closed again when something fails.
 */
export const startWorld = async (options: WorldOptions): Promise<World> => {
  const closing = createClosing();
  try {
    return await open(options, closing);
  } catch (thrown) {
    await closing.close();
    throw thrown;
  }
};

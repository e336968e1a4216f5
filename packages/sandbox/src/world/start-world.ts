import type { Clock, Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";
import { createControls } from "./controls.ts";
import { createPostOffice } from "./mailbox/post-office.ts";
import { createAccountRegister } from "./panel/account.ts";
import { createKeyRing } from "./panel/key-ring.ts";
import type { Panel } from "./panel/panel.ts";
import { createPanelFaults } from "./panel/panel-faults.ts";
import { startPanelServer } from "./panel/panel-server.ts";
import { createTlsShelf } from "./panel/tls-shelf.ts";
import type { AccountName } from "./populate/cast.ts";
import { createFormerAuthority } from "./populate/former-authority.ts";
import { populate } from "./populate/populate.ts";
import { createServedCertificates } from "./web/served-certificates.ts";
import { startWebServers } from "./web/web-servers.ts";
import { createWebspaceRegister } from "./web/webspace-register.ts";
import type { World } from "./world.ts";
import { startDnsServer } from "./zones/dns-server.ts";
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

/** Starts the demo world: DNS, web, mail and panel, every one on a free port of 127.0.0.1, with all its sites. */
export const startWorld = async ({ clock, random, folder }: WorldOptions): Promise<World> => {
  const authority = await createFormerAuthority(clock, random);
  const served = createServedCertificates(await authority.issue([FALLBACK_NAME], FALLBACK_LIFETIME));
  const webspaces = createWebspaceRegister();
  const zones = createZoneRegister();
  const accounts = createAccountRegister();
  const web = await startWebServers(webspaces, served);
  const dns = await startDnsServer(zones);
  const panel: Panel = {
    accounts,
    webspaces,
    zones,
    shelf: createTlsShelf(served),
    keys: createKeyRing(random),
    endpoints: [web.https],
    configFaults: new Map(),
  };
  const residents = await populate({ panel, authority, random, folder });
  const [faults, mailbox] = [createPanelFaults(), createPostOffice(clock)];
  const server = await startPanelServer(panel, { faults, mailbox });
  const credentialOf = (name: AccountName): Secret => accounts.get(name)?.credential ?? new Secret("");
  const close = async (): Promise<void> => {
    await Promise.all([server.close(), web.close(), dns.close()]);
  };

  return {
    dns: { address: dns.address, port: dns.port },
    http: web.http,
    https: web.https,
    panel: {
      url: server.url,
      credentials: { harbour: credentialOf("harbour"), neighbour: credentialOf("neighbour") },
    },
    mailbox,
    mailUrl: server.mailUrl,
    residents,
    controls: createControls({ panel, served, faults, calls: () => server.calls() }),
    close,
    [Symbol.asyncDispose]: close,
  };
};

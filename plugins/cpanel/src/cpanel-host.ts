import type { Clock, Host, HostId, InstallReceipt, Random, SiteId } from "@hostseal/core";
import type { Http } from "@hostseal/http";
import type { Secret } from "@hostseal/pki";
import type { z } from "zod";
import { createCpanelClient } from "./client.ts";
import { examine } from "./examine.ts";
import type { Installer } from "./installer.ts";
import { createKeyCustody } from "./key-custody.ts";
import { manifest } from "./manifest.ts";
import { createServiceInstaller } from "./service/service-installer.ts";
import { serviceUndoIn } from "./service/service-receipt.ts";
import { isServiceSite, listServices } from "./service/service-sites.ts";
import { cpanelSettings } from "./settings.ts";
import { listVhosts } from "./site/sites.ts";
import { createVhostInstaller } from "./site/vhost-installer.ts";
import { createWebroot } from "./web/webroot.ts";
import { createZone } from "./zone/zone.ts";

export type CpanelAccount = z.input<typeof cpanelSettings> & {
  readonly id: HostId;
  /** Base of the panel without final slash: `https://panel.example:2087`, or with port 2083 for an account's own token. */
  readonly url: string;
  /** Name of the account, in lower case. */
  readonly account: string;
  /** The token alone, without the name in front of it. */
  readonly credential: Secret;
};

export type CpanelDeps = { readonly http: Http; readonly clock: Clock; readonly random: Random };

/** Each site by its own way: a virtual host of the account, or a service of the server. */
const eitherOf = (vhosts: Installer, services: Installer): Installer => {
  const forSite = (site: SiteId): Installer => (isServiceSite(site) ? services : vhosts);
  const forReceipt = (receipt: InstallReceipt): Installer => (serviceUndoIn(receipt) ? services : vhosts);
  return {
    installed: async (site) => forSite(site).installed(site),
    plan: async (request) => forSite(request.site).plan(request),
    apply: async (plan, key) => forSite(plan.site).apply(plan, key),
    commit: async (receipt) => forReceipt(receipt).commit(receipt),
    rollback: async (receipt) => forReceipt(receipt).rollback(receipt),
  };
};

/** One account of a cPanel server as a host; a site is a virtual host, called by its server name. */
export const createCpanelHost = (
  { id, url, account, credential, ...options }: CpanelAccount,
  { http, clock, random }: CpanelDeps,
): Host => {
  const { access, login, services } = cpanelSettings.parse(options);
  const host = `${id} (account ${account})`;
  const client = createCpanelClient({ host, url, account, credential, access, login }, http);
  const address = new URL(url).hostname;

  return {
    id,
    manifest,
    examine: async () => examine(client, services.length > 0),
    sites: async () => {
      const [vhosts, ofServer] = await Promise.all([listVhosts(client), listServices(client, services)]);
      return [...vhosts.map(({ site }) => site), ...ofServer];
    },
    ...eitherOf(createVhostInstaller(client), createServiceInstaller(client, { services, address })),
    zone: createZone(client, { clock, random }),
    webroot: createWebroot(client, { random }),
    keys: createKeyCustody(client),
  };
};

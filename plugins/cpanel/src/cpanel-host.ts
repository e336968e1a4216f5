import type { Clock, Host, HostId, Random } from "@hostseal/core";
import type { Http } from "@hostseal/http";
import type { Secret } from "@hostseal/pki";
import type { z } from "zod";
import { applyPlan, requireInstalled } from "./apply-plan.ts";
import { createCpanelClient } from "./client.ts";
import { examine } from "./examine.ts";
import { installedOn, toInstalled } from "./installed.ts";
import { createKeyCustody } from "./key-custody.ts";
import { makePlan } from "./make-plan.ts";
import { manifest } from "./manifest.ts";
import { undoOf } from "./receipt.ts";
import { cpanelSettings } from "./settings.ts";
import { findVhost, listVhosts } from "./sites.ts";
import { undoPlan } from "./undo-plan.ts";
import { createWebroot } from "./webroot.ts";
import { createZone } from "./zone.ts";

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

/** One account of a cPanel server as a host; a site is a virtual host, called by its server name. */
export const createCpanelHost = (
  { id, url, account, credential, ...options }: CpanelAccount,
  { http, clock, random }: CpanelDeps,
): Host => {
  const { access, login } = cpanelSettings.parse(options);
  const host = `${id} (account ${account})`;
  const client = createCpanelClient({ host, url, account, credential, access, login }, http);

  return {
    id,
    manifest,
    examine: async () => examine(client),
    sites: async () => (await listVhosts(client)).map(({ site }) => site),
    installed: async (site) => {
      const present = await installedOn(client, site);
      if (!present) await findVhost(client, site);
      return toInstalled(present);
    },
    plan: async (request) => makePlan(client, request),
    apply: async (plan, key) => applyPlan(client, plan, key),
    commit: async (receipt) => requireInstalled(client, undoOf(receipt, host)),
    rollback: async (receipt) => undoPlan(client, undoOf(receipt, host)),
    zone: createZone(client, { clock, random }),
    webroot: createWebroot(client, { random }),
    keys: createKeyCustody(client),
  };
};

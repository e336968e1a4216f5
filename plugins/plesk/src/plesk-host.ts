import type { Host } from "@hostseal/core";
import type { Http } from "@hostseal/http";
import { createAgent } from "./api/agent.ts";
import { examine } from "./examine.ts";
import { applyPlan } from "./install/apply-plan.ts";
import { createAssignMail } from "./install/assign-mail.ts";
import { commit } from "./install/commit.ts";
import { lookAt, toInstalled } from "./install/look-at.ts";
import { readOffered, toPlan } from "./install/plan-install.ts";
import { readUndo } from "./install/receipt.ts";
import { takeBack } from "./install/take-back.ts";
import { createKeys } from "./keys.ts";
import { listSites } from "./list-sites.ts";
import { manifest } from "./manifest.ts";
import { type PleskSettings, SERVICES } from "./settings.ts";
import { createWebroot } from "./webroot.ts";
import { createZone } from "./zone.ts";

/** The Host port over Plesk's XML API and our extension on its server. */
export const createPleskHost = (settings: PleskSettings, { http }: { readonly http: Http }): Host => {
  const { id, url, account, credential, services = SERVICES } = settings;
  const host = `${id} (account ${account})`;
  const agent = createAgent(http, { host, url, credential });
  const workshop = { agent, account, assignMail: createAssignMail({ http, host, url, credential }) };
  const sites: Host["sites"] = async () => listSites(agent, account);

  return {
    id,
    manifest,
    examine: async () => examine(agent, account),
    sites,
    installed: async (site) => toInstalled(await lookAt(workshop, site)),
    plan: async (request) => {
      const facts = readOffered(request, host);
      return toPlan({ request, facts, seen: await lookAt(workshop, request.site), services });
    },
    apply: async (plan, key) => applyPlan(workshop, plan, key),
    commit: async (receipt) => commit(workshop, readUndo(receipt, host)),
    rollback: async (receipt) => takeBack(workshop, readUndo(receipt, host)),
    zone: createZone(agent, account),
    webroot: createWebroot({ agent, account, sites }),
    keys: createKeys(agent, account),
  };
};

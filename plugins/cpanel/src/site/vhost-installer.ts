import { createSharedRead } from "@hostseal/panel";
import type { CpanelClient } from "../client.ts";
import type { Installer } from "../installer.ts";
import { applyPlan, requireInstalled } from "./apply-plan.ts";
import { certificateOf, listInstalled, toInstalled } from "./installed.ts";
import { makePlan } from "./make-plan.ts";
import { undoOf } from "./receipt.ts";
import { listVhosts, requireVhost } from "./sites.ts";
import { undoPlan } from "./undo-plan.ts";

/** Certificates on the virtual hosts of the account. Whoever looks at all sites at once asks once for all of them. */
export const createVhostInstaller = (client: CpanelClient): Installer => {
  const { host } = client;
  const allInstalled = createSharedRead(async () => listInstalled(client));
  const allVhosts = createSharedRead(async () => listVhosts(client));

  return {
    installed: async (site) => {
      const present = certificateOf(await allInstalled(), site, host);
      if (!present) requireVhost(await allVhosts(), site, host);
      return toInstalled(present);
    },
    plan: async (request) => makePlan(client, request),
    apply: async (plan, key) => applyPlan(client, plan, key),
    commit: async (receipt) => requireInstalled(client, undoOf(receipt, host)),
    rollback: async (receipt) => undoPlan(client, undoOf(receipt, host)),
  };
};

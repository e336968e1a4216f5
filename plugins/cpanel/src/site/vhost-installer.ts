import type { CpanelClient } from "../client.ts";
import type { Installer } from "../installer.ts";
import { applyPlan, requireInstalled } from "./apply-plan.ts";
import { installedOn, toInstalled } from "./installed.ts";
import { makePlan } from "./make-plan.ts";
import { undoOf } from "./receipt.ts";
import { findVhost } from "./sites.ts";
import { undoPlan } from "./undo-plan.ts";

/** Certificates on the virtual hosts of the account. */
export const createVhostInstaller = (client: CpanelClient): Installer => ({
  installed: async (site) => {
    const present = await installedOn(client, site);
    if (!present) await findVhost(client, site);
    return toInstalled(present);
  },
  plan: async (request) => makePlan(client, request),
  apply: async (plan, key) => applyPlan(client, plan, key),
  commit: async (receipt) => requireInstalled(client, undoOf(receipt, client.host)),
  rollback: async (receipt) => undoPlan(client, undoOf(receipt, client.host)),
});

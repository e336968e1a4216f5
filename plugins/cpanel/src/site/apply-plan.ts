import { failure, type InstallKey, type InstallPlan } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import type { CpanelClient } from "../client.ts";
import { requireMatch } from "../wanted.ts";
import { installedOn } from "./installed.ts";
import { type Undo, undoOf } from "./receipt.ts";
import { excludeFromAutossl } from "./truce.ts";
import { shownKey } from "../wire.ts";

/** A key that was made there comes for the time of the installation: the panel takes no key by its id. */
const pemOf = async (client: CpanelClient, key: InstallKey): Promise<Secret> =>
  key.kind === "brought" ? key.pem : client.uapi("SSL::show_key", shownKey, { id: key.reference });

type Installation = { readonly plan: InstallPlan; readonly key: Secret; readonly undo: Undo };

/** The panel sometimes refuses what it has done: only what is installed counts. */
const install = async (client: CpanelClient, { plan, key, undo }: Installation): Promise<void> => {
  const call = "SSL::install_ssl";
  const bundle = plan.chain.length > 0 && { cabundle: plan.chain.join("\n") };
  const spoken = await client.ask(call, { domain: plan.site, cert: plan.certificate, key, ...bundle });
  if (spoken.kind === "done") return;
  const present = await installedOn(client, plan.site);
  if (present?.sha256 !== undo.ours.sha256) throw client.refuse(call, spoken);
};

/** Failure: `host.plan-stale` when neither ours is installed nor what was there when it was planned. */
const isInstalledAlready = async (client: CpanelClient, { site, ours, before }: Undo): Promise<boolean> => {
  const present = await installedOn(client, site);
  if (present?.sha256 === ours.sha256) return true;
  if (present?.sha256 !== before?.sha256) throw failure("host.plan-stale", { host: client.host });
  return false;
};

/** Failure: `host.refused` when another certificate than ours is installed. */
export const requireInstalled = async (client: CpanelClient, { site, ours }: Undo): Promise<void> => {
  const present = await installedOn(client, site);
  if (present?.sha256 === ours.sha256) return;
  const because = present ? "another certificate is installed" : "it says yes, and nothing is installed";
  throw failure("host.refused", { host: client.host, because });
};

/** Looks, installs, makes the truce with AutoSSL, and looks again. */
export const applyPlan = async (client: CpanelClient, plan: InstallPlan, given: InstallKey): Promise<void> => {
  const undo = undoOf(plan.receipt, client.host);
  if (given.kind === "brought") requireMatch(plan.certificate, given.pem, client.host);
  if (!(await isInstalledAlready(client, undo))) {
    const key = await pemOf(client, given);
    requireMatch(plan.certificate, key, client.host);
    await install(client, { plan, key, undo });
  }
  await excludeFromAutossl(client, undo.excluded);
  await requireInstalled(client, undo);
};

import type { Host, HostId, InstallKey, InstallReceipt } from "@hostseal/core";
import { failure } from "@hostseal/core";
import { createDnsZone } from "./dns-zone.ts";
import { createKeyCustody } from "./key-custody.ts";
import type { Extra } from "./manifest.ts";
import { manifestWithout } from "./manifest.ts";
import type { PanelSettings } from "./panel-client.ts";
import { createPanelClient } from "./panel-client.ts";
import { webspacePath } from "./paths.ts";
import { toExamination, toInstalled, toPlan, toSites } from "./translate.ts";
import { createWebroot } from "./webroot.ts";
import * as wire from "./wire.ts";

export type DemoHostSettings = Omit<PanelSettings, "host"> & {
  readonly id: HostId;
  /** Whose credential it is; failures name it. */
  readonly account: string;
  /** What this account was not sold. */
  readonly lacks?: readonly Extra[];
};

const toWireKey = (key: InstallKey): object =>
  key.kind === "brought" ? { private_key: key.pem.reveal() } : { key_id: key.reference };

/** The Host port over the demo panel's API, one call for each verb. */
export const createDemoHost = ({ id, account, lacks = [], ...settings }: DemoHostSettings): Host => {
  const host = `${id} (account ${account})`;
  const panel = createPanelClient({ ...settings, host });

  const undoOf = ({ undo }: InstallReceipt): wire.Undo => {
    const read = wire.undo.safeParse(undo);
    if (!read.success) throw failure("host.refused", { host, because: "the receipt is not one of its own" });
    return read.data;
  };

  const sites: Host["sites"] = async () => toSites(await panel({ method: "GET", path: "/webspaces" }, wire.webspaces));

  return {
    id,
    manifest: manifestWithout(lacks),
    examine: async () => toExamination(await panel({ method: "GET", path: "/about" }, wire.about)),
    sites,
    installed: async (site) => {
      const path = webspacePath(site, "tls");
      return toInstalled((await panel({ method: "GET", path, site }, wire.tls)).active);
    },
    plan: async (request) => {
      const { site, certificate, chain } = request;
      const call = {
        method: "POST",
        path: webspacePath(site, "tls/check"),
        body: { certificate, chain },
        site,
      } as const;
      return toPlan(request, await panel(call, wire.check));
    },
    apply: async ({ site, certificate, chain, receipt }, key) => {
      const body = { certificate, chain, if_version: undoOf(receipt).version, ...toWireKey(key) };
      await panel({ method: "POST", path: webspacePath(site, "tls/install"), body, site }, wire.nothing);
    },
    commit: async (receipt) => {
      const { webspace, sha256 } = undoOf(receipt);
      const path = webspacePath(webspace, "tls/confirm");
      await panel({ method: "POST", path, body: { sha256 }, site: webspace }, wire.nothing);
    },
    rollback: async (receipt) => {
      const { webspace, ...body } = undoOf(receipt);
      await panel({ method: "POST", path: webspacePath(webspace, "tls/restore"), body, site: webspace }, wire.nothing);
    },
    ...(!lacks.includes("zone") && { zone: createDnsZone(panel) }),
    ...(!lacks.includes("webroot") && { webroot: createWebroot(panel, sites) }),
    ...(!lacks.includes("keys") && { keys: createKeyCustody(panel) }),
  };
};

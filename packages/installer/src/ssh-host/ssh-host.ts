import { can, cannot, type Host, type HostManifest, type Site, type SiteId } from "@hostseal/core";
import { readConfigsOf } from "../apply/index.ts";
import { createKeyCustody, type CustodyPorts } from "./key-custody.ts";
import { createWebroot } from "./webroot.ts";
import type { WebServerConfig } from "../plan/index.ts";
import { applyOn } from "./apply-on.ts";
import { configFor } from "./config-for.ts";
import { endRun } from "./end-run.ts";
import { installedOn } from "./installed-on.ts";
import { nameOf, planOn, toInstallPlan } from "./plan-on.ts";
import { reaching } from "./reach.ts";
import { undoOf } from "./receipt.ts";
import { type SshHostSettings, STATE } from "./settings.ts";
import { createWaitingRoom } from "./waiting.ts";

const RUN_BYTES = 8;

const MANIFEST: HostManifest = {
  id: "ssh",
  title: "A web server over SSH",
  capabilities: { zone: cannot("a web server holds no DNS zones"), webroot: can, keys: can },
};

/** A name that several servers say is one site. */
const distinctSites = (configs: readonly WebServerConfig[]): readonly Site[] =>
  [
    ...new Map(
      configs
        .flatMap(({ sites }) => sites)
        .toReversed()
        .map((site) => [site.id, site]),
    ).values(),
  ].toReversed();

/**
 * The Host port for a server with nginx or Apache that is reached over SSH. What is there is read anew each time, from the
 * running server itself. An applied installation waits on its connection; `commit` and `rollback` in another process
 * reach it through the journal on the host.
 */
export const createSshHost = (settings: SshHostSettings): Host => {
  const { id, random, config } = settings;
  const wish = config === undefined ? {} : { config };
  const room = createWaitingRoom();
  const ports: CustodyPorts = {
    host: id,
    random,
    state: settings.state ?? STATE,
    reaching: async (work) => reaching(settings, work),
    addresses: settings.addresses ?? [settings.target.address],
    read: async (reached, name) => configFor(reached, settings, name),
  };
  const all = async () => ports.reaching(async (reached) => readConfigsOf(reached, wish));
  const read = async (site: SiteId): Promise<WebServerConfig> =>
    ports.reaching(async (reached) => ports.read(reached, site));

  return {
    id,
    manifest: MANIFEST,
    examine: async () => ({ software: (await all()).map(({ software }) => software).join(" and "), findings: [] }),
    sites: async () => distinctSites(await all()),
    installed: async (site) => {
      const found = await read(site);
      return installedOn(found, nameOf(id, found, site));
    },
    plan: async (request) => {
      const run = `run-${Buffer.from(random.bytes(RUN_BYTES)).toString("hex")}`;
      return toInstallPlan(planOn(settings, await read(request.site), request), request, run);
    },
    apply: async (plan, key) => applyOn(settings, room, plan, key),
    commit: async (receipt) => endRun(settings, room, undoOf(id, receipt).run, "commit"),
    rollback: async (receipt) => endRun(settings, room, undoOf(id, receipt).run, "rollback"),
    webroot: createWebroot(ports),
    keys: createKeyCustody(ports),
  };
};

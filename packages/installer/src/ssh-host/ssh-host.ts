import { can, cannot, type Host, type HostManifest } from "@hostseal/core";
import { readConfigOf } from "../apply/index.ts";
import { createKeyCustody, type CustodyPorts } from "./key-custody.ts";
import { createWebroot } from "./webroot.ts";
import type { WebServerConfig } from "../plan/index.ts";
import { applyOn } from "./apply-on.ts";
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

/**
 * The Host port for a server with nginx or Apache that is reached over SSH. What is there is read anew each time, from the
 * running server itself. An applied installation waits on its connection; `commit` and `rollback` in another process
 * reach it through the journal on the host.
 */
export const createSshHost = (settings: SshHostSettings): Host => {
  const { id, random, config } = settings;
  const room = createWaitingRoom();
  const ports: CustodyPorts = {
    host: id,
    random,
    state: settings.state ?? STATE,
    reaching: async (work) => reaching(settings, work),
    read: async (reached) => readConfigOf(reached, config === undefined ? {} : { config }),
  };
  const read = async (): Promise<WebServerConfig> => ports.reaching(ports.read);

  return {
    id,
    manifest: MANIFEST,
    examine: async () => ({ software: (await read()).software, findings: [] }),
    sites: async () => (await read()).sites,
    installed: async (site) => {
      const found = await read();
      return installedOn(found, nameOf(id, found, site));
    },
    plan: async (request) => {
      const run = `run-${Buffer.from(random.bytes(RUN_BYTES)).toString("hex")}`;
      return toInstallPlan(planOn(settings, await read(), request), request, run);
    },
    apply: async (plan, key) => applyOn(settings, room, plan, key),
    commit: async (receipt) => endRun(settings, room, undoOf(id, receipt).run, "commit"),
    rollback: async (receipt) => endRun(settings, room, undoOf(id, receipt).run, "rollback"),
    webroot: createWebroot(ports),
    keys: createKeyCustody(ports),
  };
};

import { cannot, type Host } from "@hostseal/core";
import { readConfigOf } from "../apply/index.ts";
import { listSites, type NginxConfig } from "../plan/index.ts";
import { applyOn } from "./apply-on.ts";
import { endRun } from "./end-run.ts";
import { installedOn } from "./installed-on.ts";
import { nameOf, planOn, toInstallPlan } from "./plan-on.ts";
import { reaching } from "./reach.ts";
import { undoOf } from "./receipt.ts";
import type { SshHostSettings } from "./settings.ts";
import { createWaitingRoom } from "./waiting.ts";

const RUN_BYTES = 8;

/**
 * The Host port for a server with nginx that is reached over SSH. What is there is read anew each time, from the
 * running server itself. An applied installation waits on its connection; `commit` and `rollback` in another process
 * reach it through the journal on the host.
 */
export const createSshHost = (settings: SshHostSettings): Host => {
  const { id, random, config } = settings;
  const room = createWaitingRoom();
  const read = async (): Promise<NginxConfig> =>
    reaching(settings, async (reached) => readConfigOf(reached, config === undefined ? {} : { config }));

  return {
    id,
    manifest: {
      id: "ssh",
      title: "nginx over SSH",
      capabilities: {
        zone: cannot("a web server holds no DNS zones"),
        webroot: cannot("validation files are not written over SSH yet"),
        keys: cannot("keys are brought along to this host"),
      },
    },
    sites: async () => listSites(await read()),
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
  };
};

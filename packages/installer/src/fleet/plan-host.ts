import { readConfigOf } from "../apply/index.ts";
import type { HostPlan } from "../plan/index.ts";
import { reaching } from "../ssh-host/reach.ts";
import type { FleetServer } from "./fleet-server.ts";
import { planBundle } from "./install-bundle.ts";

/** What would be done on a host, for each certificate as if it were the only one. Changes nothing. */
export const planHost = async (server: FleetServer): Promise<readonly HostPlan[]> =>
  reaching(server.settings, async (reached) => {
    const { config } = server.settings;
    const read = await readConfigOf(reached, config === undefined ? {} : { config });
    return server.bundles.map((bundle) => planBundle(server, read, bundle));
  });

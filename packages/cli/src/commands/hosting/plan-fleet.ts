import type { Failure } from "@hostseal/core";
import { isFailure } from "@hostseal/core";
import type { HostPlan } from "@hostseal/installer";
import { planHost } from "@hostseal/installer/fleet";
import type { CommandContext, Report } from "../../command-line/command-row.ts";
import { EXIT } from "../../exit-codes.ts";
import { toPlanJson, toPlanPage } from "../../views/hosting/plan-page.ts";
import type { FleetGround } from "./fleet-ground.ts";

type Planned = { readonly host: string; readonly plans: readonly HostPlan[]; readonly trouble?: Failure };

const planOne = async (host: string, { servers }: FleetGround): Promise<Planned> => {
  try {
    const server = servers.get(host);
    return { host, plans: server ? await planHost(server) : [] };
  } catch (thrown) {
    if (!isFailure(thrown)) throw thrown;
    return { host, plans: [], trouble: thrown };
  }
};

const planAll = async (ground: FleetGround, parallel: number, signal: AbortSignal): Promise<readonly Planned[]> => {
  const planned: Planned[] = [];
  const left = [...ground.places];
  const lane = async (): Promise<void> => {
    for (let place = left.shift(); place !== undefined; place = left.shift()) {
      signal.throwIfAborted();
      planned.push(await planOne(place.id, ground));
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  return ground.places.flatMap(({ id }) => planned.filter(({ host }) => host === id));
};

const toLines = ({ host, plans, trouble }: Planned, { paint }: CommandContext): readonly string[] => [
  paint.bold(host),
  ...(trouble ? [paint.bad(`${trouble.message} ${trouble.fix}`)] : plans.flatMap(toPlanPage)),
  "",
];

/** What would be done on every host of a fleet; nothing is changed. */
export const planFleet = async (ground: FleetGround, parallel: number, context: CommandContext): Promise<Report> => {
  const planned = await planAll(ground, parallel, context.signal);
  return {
    exit: planned.every(({ trouble }) => trouble === undefined) ? EXIT.done : EXIT.failed,
    lines: planned.flatMap((one) => toLines(one, context)),
    json: {
      type: "fleet-plan",
      hosts: planned.map(({ host, plans, trouble }) => ({
        host,
        plans: plans.map((plan) => toPlanJson(host, plan)),
        ...(trouble && { failure: { code: trouble.code, sentence: trouble.message, fix: trouble.fix } }),
      })),
    },
  };
};

import { decide, everyOrder } from "@hostseal/core";
import type { CommandContext, Report, Run } from "../command-line/command-row.ts";
import type { LocalWorld } from "../composition/create-world.ts";
import type { ExitCode } from "../exit-codes.ts";
import { EXIT } from "../exit-codes.ts";
import { toOverviewJson, toOverviewPage } from "../views/overview.ts";
import { callerOf } from "./caller-of.ts";
import { findOrder } from "./find-order.ts";
import type { Standing } from "./order-report.ts";
import { exitOf, toOrderReport } from "./order-report.ts";
import { withWorld } from "./with-world.ts";

/** What a script must know first: a site that is not served, then somebody who must act. */
const worstOf = (exits: readonly ExitCode[]): ExitCode =>
  [EXIT.unproven, EXIT.waiting, EXIT.blocked].find((exit) => exits.includes(exit)) ?? EXIT.done;

const overview = async (context: CommandContext, world: LocalWorld): Promise<Report> => {
  const now = world.clock.now();
  const standings: Standing[] = [];
  for await (const order of everyOrder(world.store, { scope: callerOf(world).scope }))
    standings.push({ order, decision: decide(order, now) });
  return {
    exit: worstOf(standings.map(exitOf)),
    lines: toOverviewPage(standings, context.paint),
    json: toOverviewJson(standings),
  };
};

/** `hostseal status`: one order, or what needs somebody among all of them. */
export const status: Run = async (context, given) =>
  withWorld(context, async (world) => {
    const [id] = given.args;
    if (id === undefined) return overview(context, world);
    const order = await findOrder(world, id);
    return toOrderReport({ order, decision: decide(order, world.clock.now()) }, context);
  });

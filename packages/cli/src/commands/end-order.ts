import { runCommand } from "@hostseal/core";
import type { Command, Order } from "@hostseal/core";
import type { CommandContext, Report } from "../command-line/command-row.ts";
import { EXIT } from "../exit-codes.ts";
import { askFirst, requireAnswers } from "./ask-first.ts";
import { callerOf } from "./caller-of.ts";
import { findOrder } from "./find-order.ts";
import { followOrder } from "./follow-order.ts";
import { toOrderReport } from "./order-report.ts";
import { withWorld } from "./with-world.ts";

export type Ending = {
  readonly id: unknown;
  readonly yes: boolean;
  readonly command: Command;
  readonly question: (order: Order) => string;
};

/** Ends an order by a command, when a person wants it to. */
export const endOrder = async (context: CommandContext, { id, yes, command, question }: Ending): Promise<Report> => {
  requireAnswers(context, { "--yes": yes });
  return withWorld(context, async (world) => {
    const order = await findOrder(world, id);
    if (!(await askFirst(context, yes, question(order))))
      return {
        exit: EXIT.done,
        lines: ["Nothing was changed."],
        json: { type: "order", id: order.id, changed: false },
      };
    await runCommand(world, order.id, command, callerOf(world));
    return toOrderReport(await followOrder(context, world, order.id), context);
  });
};

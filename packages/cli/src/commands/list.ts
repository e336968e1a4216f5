import { decide, everyOrder } from "@hostseal/core";
import { z } from "zod";
import type { Run } from "../command-line/command-row.ts";
import { EXIT } from "../exit-codes.ts";
import { toOrderJson } from "../views/order-json.ts";
import { toOrderTable } from "../views/order-table.ts";
import { callerOf } from "./caller-of.ts";
import type { Standing } from "./order-report.ts";
import { readName } from "./read-names.ts";
import { oneOf, readOptions } from "./read-options.ts";
import { withWorld } from "./with-world.ts";

const optionsShape = { state: oneOf(["draft", "placed", "active", "ended"]).optional(), name: z.string().optional() };

/** `hostseal list` */
export const list: Run = async (context, given) => {
  const { state, name } = readOptions(optionsShape, given.options);
  const filter = { ...(state !== undefined && { state }), ...(name !== undefined && { name: readName(name) }) };
  return withWorld(context, async (world) => {
    const standings: Standing[] = [];
    for await (const order of everyOrder(world.store, { scope: callerOf(world).scope, ...filter }))
      standings.push({ order, decision: decide(order, world.clock.now()) });
    return {
      exit: EXIT.done,
      lines: standings.length === 0 ? ["There is no such order yet."] : toOrderTable(standings),
      json: standings.map(({ order, decision }) => toOrderJson(order, decision)),
    };
  });
};

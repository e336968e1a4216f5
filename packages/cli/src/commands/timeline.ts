import { wholeJournal } from "@hostseal/core";
import type { Run } from "../command-line/command-row.ts";
import { EXIT } from "../exit-codes.ts";
import { toJournalJson } from "../views/journal-json.ts";
import { toTimeline } from "../views/timeline.ts";
import { callerOf } from "./caller-of.ts";
import { findOrder } from "./find-order.ts";
import { withWorld } from "./with-world.ts";

/** `hostseal timeline` */
export const timeline: Run = async (context, given) =>
  withWorld(context, async (world) => {
    const order = await findOrder(world, given.args[0]);
    const entries = await wholeJournal(world.store, order, callerOf(world).scope);
    return {
      exit: EXIT.done,
      lines: toTimeline(entries, context.paint),
      json: entries.map((entry) => toJournalJson(order.id, entry)),
    };
  });

import { newOrder } from "@hostseal/core";
import type { Run } from "../command-line/command-row.ts";
import { requireAnswers } from "./ask-first.ts";
import { callerOf } from "./caller-of.ts";
import { createTeller, followOrder } from "./follow-order.ts";
import { confirmDraft } from "./ordering/confirm-draft.ts";
import { orderOptions } from "./ordering/order-options.ts";
import { toOrderWish } from "./ordering/order-wish.ts";
import { toOrderReport } from "./order-report.ts";
import { readNames } from "./read-names.ts";
import { readOptions } from "./read-options.ts";
import { withWorld } from "./with-world.ts";

/** `hostseal order`: from names to a proven certificate, or to whoever must act first. */
export const order: Run = async (context, given) => {
  const options = readOptions(orderOptions, given.options);
  const names = given.args[0] as readonly string[];
  readNames(names);
  requireAnswers(context, { "--yes": options.yes, "--agree": options.agree });
  return withWorld(context, async (world) => {
    const draft = newOrder(await toOrderWish(world, { names, options }), world.clock.now(), callerOf(world).by);
    await world.store.put(draft, 0);
    createTeller(context).tellEvents(draft.journal.entries.map(({ event }) => event));
    const examined = await followOrder(context, world, draft.id);
    const isReady = examined.decision.kind === "wait" && examined.decision.reason === "draft.agreement";
    if (!isReady) return toOrderReport(examined, context);
    const settled = await confirmDraft(context, { world, order: examined.order, answers: options });
    return toOrderReport(settled, context);
  });
};

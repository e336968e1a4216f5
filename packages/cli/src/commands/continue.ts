import { runCommand } from "@hostseal/core";
import type { Settled } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import type { CommandContext, Run } from "../command-line/command-row.ts";
import type { LocalWorld } from "../composition/create-world.ts";
import { requireAnswers } from "./ask-first.ts";
import { callerOf } from "./caller-of.ts";
import { findOrder } from "./find-order.ts";
import { followOrder } from "./follow-order.ts";
import { confirmDraft } from "./ordering/confirm-draft.ts";
import { pickMethods } from "./ordering/pick-methods.ts";
import { toOrderReport } from "./order-report.ts";
import { flag, many, readOptions } from "./read-options.ts";
import { withWorld } from "./with-world.ts";

const optionsShape = { method: many, yes: flag, agree: flag };

const isReady = ({ decision }: Settled): boolean =>
  decision.kind === "wait" && (decision.reason === "draft.agreement" || decision.reason === "draft.confirm");

const lookAgain = async (
  context: CommandContext,
  world: LocalWorld,
  given: { id: unknown; methods: readonly string[] },
) => {
  const caller = callerOf(world);
  const { id, names, enrolment } = await findOrder(world, given.id);
  const chosen = pickMethods(enrolment?.names ?? names, {
    methods: given.methods,
    approvers: [],
    at: world.clock.now(),
  });
  for (const [name, choice] of Object.entries(chosen))
    await runCommand(world, id, { kind: "choose-method", name: name as DomainName, choice }, caller);
  await runCommand(world, id, { kind: "check-again" }, caller);
  return followOrder(context, world, id);
};

/** `hostseal continue`: looks again, lets another method be chosen, and goes on, also with a draft that was blocked. */
export const continueOrder: Run = async (context, given) => {
  const { method, yes, agree } = readOptions(optionsShape, given.options);
  return withWorld(context, async (world) => {
    const settled = await lookAgain(context, world, { id: given.args[0], methods: method });
    if (!isReady(settled)) return toOrderReport(settled, context);
    requireAnswers(context, { "--yes": yes, "--agree": agree || settled.order.agreement !== undefined });
    const confirmed = await confirmDraft(context, { world, order: settled.order, answers: { yes, agree } });
    return toOrderReport(confirmed, context);
  });
};

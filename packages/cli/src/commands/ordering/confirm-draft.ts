import { runCommand, settle } from "@hostseal/core";
import type { Order, Settled } from "@hostseal/core";
import type { CommandContext } from "../../command-line/command-row.ts";
import type { LocalWorld } from "../../composition/create-world.ts";
import { toPricePage } from "../../views/price-page.ts";
import { askFirst } from "../ask-first.ts";
import { callerOf } from "../caller-of.ts";
import { createTeller, followOrder } from "../follow-order.ts";

type Answers = { readonly yes: boolean; readonly agree: boolean };

const agrees = (context: CommandContext, { agree }: Answers, issuer: string): Promise<boolean> =>
  askFirst(context, agree, `Do you accept the subscriber agreement of ${issuer}?`);

const tellPrice = async (context: CommandContext, world: LocalWorld, order: Order): Promise<void> => {
  if (context.isJson) return;
  const balance = await world.issuer(order.product.issuer).purse?.balance();
  for (const line of toPricePage(order, balance, context.paint)) context.terminal.print(line);
};

const dropDraft = async (world: LocalWorld, order: Order): Promise<Settled> => {
  await runCommand(world, order.id, { kind: "cancel" }, callerOf(world));
  return settle(world, order.id);
};

/**
 * Asks for what only a person can give, the agreement and the confirmation of the price, and then follows the order.
 * A no ends the draft; nothing was promised or charged.
 */
export const confirmDraft = async (
  context: CommandContext,
  { world, order, answers }: { readonly world: LocalWorld; readonly order: Order; readonly answers: Answers },
): Promise<Settled> => {
  await tellPrice(context, world, order);
  const issuer = world.issuer(order.product.issuer).manifest.title;
  const isWanted = (await agrees(context, answers, issuer)) && (await askFirst(context, answers.yes, "Order it now?"));
  if (!isWanted) return dropDraft(world, order);
  const caller = callerOf(world);
  await runCommand(world, order.id, { kind: "accept-agreement" }, caller);
  await runCommand(world, order.id, { kind: "confirm", price: order.price }, caller);
  createTeller(context).tellEvents([{ kind: "order.confirmed", price: order.price }]);
  return followOrder(context, world, order.id);
};

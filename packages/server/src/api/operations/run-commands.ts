import { type Command, type Order, runCommand, findOrder } from "@hostseal/core";
import type { Call } from "../api.ts";
import type { ApiOrder } from "../schemas/order.ts";
import { seeOrder } from "../see-order.ts";

/** Asks something of the order in the path; `toCommands` sees it as it is. */
export const runCommands = async <Query, Body>(
  call: Call<Query, Body>,
  toCommands: (order: Order) => readonly Command[],
): Promise<ApiOrder> => {
  const { world, pilot, sites } = call.api;
  const { scope, asker } = call.caller;
  let order = await findOrder(world.store, call.id, scope);
  const by = `${asker.who} from ${asker.from}`;
  for (const command of toCommands(order)) order = await runCommand(world, order.id, command, { scope, by });
  pilot.poke();
  sites.forget(order.customer);
  return seeOrder(call, order);
};

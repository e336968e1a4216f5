import { RULES_EDITION } from "@hostseal/rules";
import type { World } from "../advance/world.ts";
import { openOrder } from "../advance/open-order.ts";
import type { OrderId } from "../identifiers.ts";
import { isFailure } from "../errors/failure.ts";
import { evolve } from "../orders/evolve.ts";
import type { Order } from "../orders/order.ts";
import type { Scope } from "../ports/store.ts";
import type { Command } from "./command.ts";
import { answerTo } from "./command.ts";

/** Who asks, and which orders exist for them. */
export type Caller = { readonly scope: Scope; readonly by: string };

const enterCommand = async (world: World, id: OrderId, command: Command, caller: Caller): Promise<Order> => {
  const open = await openOrder(world.store, id, caller.scope);
  const at = world.clock.now();
  const events = answerTo(open.order, command, { by: caller.by, at });
  const next = events.reduce((order, event) => evolve(order, { at, by: caller.by, event }), open.order);
  return open.save({ ...next, next: { at, rulesEdition: RULES_EDITION } });
};

/** An order that is being worked on changes several times a second. */
const MOST_TRIES = 10;

/**
 * Enters what a person asked for into their order. The order is due at once; `settle` carries it out. When somebody else
 * changed it in between, the command is answered anew, by what the order is then.
 */
export const runCommand = async (world: World, id: OrderId, command: Command, caller: Caller): Promise<Order> => {
  for (let left = MOST_TRIES; ; left -= 1) {
    try {
      return await enterCommand(world, id, command, caller);
    } catch (thrown) {
      if (!isFailure(thrown, "store.stale") || left === 1) throw thrown;
    }
  }
};

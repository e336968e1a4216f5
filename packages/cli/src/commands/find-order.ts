import { asId, failure } from "@hostseal/core";
import type { Order, OrderId } from "@hostseal/core";
import type { LocalWorld } from "../composition/create-world.ts";
import { callerOf } from "./caller-of.ts";

/** The order with this number. Fails with `order.unknown`. */
export const findOrder = async (world: LocalWorld, text: unknown): Promise<Order> => {
  const id = asId<OrderId>(String(text));
  const stored = await world.store.get(id, callerOf(world).scope);
  if (stored === undefined) throw failure("order.unknown", { order: id });
  return stored.order;
};

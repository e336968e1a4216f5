import { findOrder as findIn, type Order } from "@hostseal/core";
import type { LocalWorld } from "../composition/create-world.ts";
import { callerOf } from "./caller-of.ts";

/** The order whose number was typed. Fails with `order.unknown`. */
export const findOrder = async (world: LocalWorld, text: unknown): Promise<Order> =>
  findIn(world.store, String(text), callerOf(world).scope);

import type { Decision } from "../decide/decision.ts";
import type { OrderId } from "../identifiers.ts";
import type { Order } from "../orders/order.ts";
import type { Advanced } from "./advance.ts";
import { advance } from "./advance.ts";
import type { World } from "./world.ts";

/** More steps in a row than any order has; reaching it is an error of ours. */
const MOST_STEPS = 1000;

export type Settled = { readonly order: Order; readonly decision: Exclude<Decision, { kind: "step" }> };

/** Advances an order until it waits or rests. `onStep` hears of every step, for progress. */
export const settle = async (world: World, id: OrderId, onStep?: (advanced: Advanced) => void): Promise<Settled> => {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const advanced = await advance(world, id);
    onStep?.(advanced);
    const { decision, order } = advanced;
    if (decision.kind !== "step") return { order, decision };
  }
  throw new TypeError(`order ${id} did not settle within ${MOST_STEPS} steps`);
};

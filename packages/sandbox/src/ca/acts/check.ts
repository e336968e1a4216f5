import type { Desk } from "../desk.ts";
import type { CaOrder } from "../orders/order.ts";
import { currentGeneration, withGeneration } from "../orders/order.ts";
import { stageOf } from "../orders/stage.ts";
import { lookAtCase } from "./look-at-case.ts";
import type { Address } from "./own-order.ts";
import { assertOpen, inTurn } from "./own-order.ts";
import { refreshCases } from "./refresh-cases.ts";
import { settle } from "./settle.ts";

/** Looks for every proof that is still missing, and issues when that was the last thing. */
export const lookAndSettle = async (desk: Desk, before: CaOrder): Promise<CaOrder> => {
  const order = refreshCases(desk, before);
  if (stageOf(order, desk.clock.now()) !== "awaiting-control") return settle(desk, order);
  const generation = currentGeneration(order);
  const cases = await Promise.all(generation.cases.map((each) => lookAtCase(desk, order, each)));
  return settle(desk, withGeneration(order, { ...generation, cases }));
};

/** The partner asks for a look now. */
export const check = (desk: Desk, address: Address): Promise<CaOrder> =>
  inTurn(desk, address, (order) => {
    assertOpen(desk, order);
    return lookAndSettle(desk, order);
  });

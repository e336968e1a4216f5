import type { Desk } from "../desk.ts";
import type { CaOrder } from "../orders/order.ts";
import { isClosed, stageOf } from "../orders/stage.ts";
import { refuse } from "../refusal.ts";

/** Whose order is meant: a partner sees no other's. */
export type Address = { readonly partner: string; readonly ref: string };

/** @throws Refusal `order-unknown`, also for another partner's order. */
export const ownOrder = (desk: Desk, { partner, ref }: Address): CaOrder => {
  const order = desk.book.get(ref);
  if (!order || order.partner !== partner) throw refuse("order-unknown", `there is no order ${ref}`);
  return order;
};

/** @throws Refusal `order-closed` when nothing can happen to the order any more. */
export const assertOpen = (desk: Desk, order: CaOrder): void => {
  const now = desk.clock.now();
  if (isClosed(order, now)) throw refuse("order-closed", `order ${order.ref} is ${stageOf(order, now)}`);
};

/** Runs an act on an order in its turn and keeps what comes out. */
export const inTurn = (
  desk: Desk,
  address: Address,
  act: (order: CaOrder) => CaOrder | Promise<CaOrder>,
): Promise<CaOrder> =>
  desk.turns.take(address.ref, async () => {
    const before = ownOrder(desk, address);
    const after = await act(before);
    return after === before ? before : desk.book.put(after, desk.clock.now());
  });

import type { World } from "../advance/world.ts";
import { openOrder } from "../advance/open-order.ts";
import type { OrderId } from "../identifiers.ts";
import type { OrderEvent } from "../orders/event.ts";
import { evolve } from "../orders/evolve.ts";
import type { Order } from "../orders/order.ts";

const REVOKED_BY_ISSUER: readonly OrderEvent[] = [
  { kind: "certificate.revoked", reason: "by-issuer" },
  { kind: "order.ended", because: { kind: "revoked", reason: "by-issuer" } },
];

/**
 * Looks whether the issuer has revoked an order that we believe to be well (BR §4.9.1.1 gives it reasons to, within a
 * day). Such an order ends, and its people are told. Gives the order as it stands afterwards.
 */
export const watchIssuer = async (world: World, id: OrderId): Promise<Order> => {
  const open = await openOrder(world.store, id, { kind: "everything" });
  const { order } = open;
  if (order.state.kind !== "active" || order.issuerRef === undefined) return order;
  const { status } = await world.issuer(order.product.issuer).look(order.issuerRef);
  if (status.kind !== "revoked") return order;
  const at = world.clock.now();
  const ended = REVOKED_BY_ISSUER.reduce((sum, event) => evolve(sum, { at, by: "issuer", event }), order);
  return open.save({ ...ended, next: { ...ended.next, at } });
};

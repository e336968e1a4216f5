import type { World } from "../advance/world.ts";
import { openOrder } from "../advance/open-order.ts";
import type { IssuerRef, OrderId } from "../identifiers.ts";
import type { OrderEvent } from "../orders/event.ts";
import { evolve } from "../orders/evolve.ts";
import type { Order } from "../orders/order.ts";
import type { Issuer } from "../ports/issuer.ts";

const REVOKED_BY_ISSUER: readonly OrderEvent[] = [
  { kind: "certificate.revoked", reason: "by-issuer" },
  { kind: "order.ended", because: { kind: "revoked", reason: "by-issuer" } },
];

/** What the issuer's present view changes about an order. */
const newsFor = async (order: Order, issuer: Issuer, ref: IssuerRef): Promise<readonly OrderEvent[]> => {
  const { status } = await issuer.look(ref);
  if (status.kind === "revoked") return REVOKED_BY_ISSUER;
  const window = await issuer.adviser?.window(ref);
  const known = order.certificate?.advice?.window;
  if (window === undefined || (window.start === known?.start && window.end === known.end)) return [];
  return [{ kind: "advice.observed", window }];
};

/** A trip that is being validated looks at the issuer by itself, and may be changing the order there. */
const isLookingItself = ({ enrolment }: Order): boolean => {
  const kind = enrolment?.phase.kind;
  return kind === "begun" || kind === "prepared" || kind === "submitted" || kind === "validating";
};

/**
 * Looks whether the issuer has revoked an order that we believe to be well (BR §4.9.1.1 gives it reasons to, within a
 * day), or advises another time to replace its certificate (RFC 9773 §4.3 asks for a look at least daily). A revoked
 * order ends, and its people are told. Gives the order as it stands afterwards; only news is written down.
 */
export const watchIssuer = async (world: World, id: OrderId): Promise<Order> => {
  const open = await openOrder(world.store, id, { kind: "everything" });
  const { order } = open;
  const { state, issuerRef } = order;
  if (state.kind !== "active" || issuerRef === undefined || isLookingItself(order)) return order;
  const events = await newsFor(order, world.issuer(order.product.issuer), issuerRef);
  if (events.length === 0) return order;
  const at = world.clock.now();
  const next = events.reduce((sum, event) => evolve(sum, { at, by: "issuer", event }), order);
  return open.save({ ...next, next: { ...next.next, at } });
};

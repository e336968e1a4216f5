import { failure } from "../../errors/failure.ts";
import type { OrderEnd } from "../../orders/order.ts";
import type { Performer } from "../performer.ts";
import { happened } from "../performer.ts";
import { needed } from "./needed.ts";

/** Revokes every certificate of the order; its licence ends with it. */
export const revoke: Performer<"revoke"> = async ({ world, order }, { reason }) => {
  const { revoker, manifest } = world.issuer(order.product.issuer);
  if (revoker === undefined)
    throw failure("capability.unsupported", { who: manifest.title, because: "it cannot revoke through its API" });
  await revoker.revoke(needed(order.issuerRef, "an issuer reference"), reason);
  return happened(
    { kind: "certificate.revoked", reason },
    { kind: "order.ended", because: { kind: "revoked", reason } },
  );
};

/** Withdraws an order that is not issued yet. */
export const cancel: Performer<"cancel"> = async ({ world, order }) => {
  const { canceller, manifest } = world.issuer(order.product.issuer);
  if (canceller === undefined)
    throw failure("capability.unsupported", { who: manifest.title, because: "it cannot cancel through its API" });
  await canceller.cancel(needed(order.issuerRef, "an issuer reference"));
  const because: OrderEnd = order.charges.length > 0 ? { kind: "refunded" } : { kind: "cancelled" };
  return happened({ kind: "order.ended", because });
};

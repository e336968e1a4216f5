import { failure, isFailure } from "../../errors/failure.ts";
import type { IssuerRef } from "../../identifiers.ts";
import type { OrderEnd } from "../../orders/order.ts";
import type { Issuer } from "../../ports/issuer.ts";
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

type Canceller = NonNullable<Issuer["canceller"]>;

/** Whether the certificate was issued before the cancellation arrived. */
const cancelUnlessIssued = async (canceller: Canceller, issuer: Issuer, ref: IssuerRef): Promise<boolean> => {
  try {
    await canceller.cancel(ref);
    return false;
  } catch (thrown) {
    if (!isFailure(thrown, "issuer.wrong-state")) throw thrown;
    const { status } = await issuer.look(ref);
    if (status.kind === "issued") return true;
    throw thrown;
  }
};

/** Withdraws an order that is not issued yet. */
export const cancel: Performer<"cancel"> = async ({ world, order }) => {
  const { canceller, manifest } = world.issuer(order.product.issuer);
  if (canceller === undefined)
    throw failure("capability.unsupported", { who: manifest.title, because: "it cannot cancel through its API" });
  const ref = needed(order.issuerRef, "an issuer reference");
  const overtaken = await cancelUnlessIssued(canceller, world.issuer(order.product.issuer), ref);
  if (overtaken) return happened({ kind: "request.overtaken" });
  const because: OrderEnd = order.charges.length > 0 ? { kind: "refunded" } : { kind: "cancelled" };
  return happened({ kind: "order.ended", because });
};

import type { Policy } from "./decision.ts";

/** Make sure that a revocation is carried out before anything else is done with the order. */
export const revocationIsCarriedOut: Policy = ({ request }) =>
  request?.kind === "revoke" ? { kind: "revoke", reason: request.reason } : undefined;

/** Make sure that a cancelled order is withdrawn at the issuer, with the money back; an open submission is settled first. */
export const cancellationIsCarriedOut: Policy = (order) => {
  if (order.request?.kind !== "cancel" || order.intent !== undefined) return undefined;
  return order.issuerRef === undefined ? { kind: "end", because: { kind: "cancelled" } } : { kind: "cancel" };
};

/** Make sure that nothing pushes an order on towards its certificate that the customer no longer wants. */
export const unlessCancelling =
  (policy: Policy): Policy =>
  (order, now) =>
    order.request?.kind === "cancel" ? undefined : policy(order, now);

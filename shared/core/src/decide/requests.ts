import type { Policy } from "./decision.ts";

/** Make sure that a revocation is carried out before anything else is done with the order. */
export const revocationIsCarriedOut: Policy = ({ request }) =>
  request?.kind === "revoke" ? { kind: "revoke", reason: request.reason } : undefined;

/** Make sure that a cancelled order is withdrawn at the issuer, with the money back. */
export const cancellationIsCarriedOut: Policy = (order) => {
  if (order.request?.kind !== "cancel") return undefined;
  return order.issuerRef === undefined ? { kind: "end", because: { kind: "cancelled" } } : { kind: "cancel" };
};

import type { Policy } from "./decision.ts";
import { inLane } from "./setbacks.ts";

/** Make sure that a revocation is carried out before anything else is done with the order. */
export const revocationIsCarriedOut: Policy = inLane("request", ({ request }) =>
  request?.kind === "revoke" ? { kind: "revoke", reason: request.reason } : undefined,
);

/** Make sure that a cancelled order is withdrawn at the issuer, with the money back. */
export const cancellationIsCarriedOut: Policy = inLane("request", (order) => {
  if (order.request?.kind !== "cancel") return undefined;
  return order.issuerRef === undefined ? { kind: "end", because: { kind: "cancelled" } } : { kind: "cancel" };
});

import type { Failure } from "@hostseal/core";
import { failure } from "@hostseal/core";
import type { HttpLoss } from "@hostseal/http";
import type { Asking } from "./status-failure.ts";

/** The failure of a request that got no whole answer. */
export const lossFailure = (loss: HttpLoss, { issuer, spends = false }: Pick<Asking, "issuer" | "spends">): Failure => {
  const { cause, because } = loss;
  const circumstances = { cause, evidence: cause.message };
  if (loss.isNonsense) return failure("issuer.malformed-answer", { issuer, because }, circumstances);
  return spends && loss.wasSent
    ? failure("issuer.answer-lost", { issuer }, circumstances)
    : failure("issuer.unreachable", { issuer, because }, circumstances);
};

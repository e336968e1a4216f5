import { setbackFrom } from "../../decide/setbacks.ts";
import { failure } from "../../errors/failure.ts";
import type { Performer } from "../performer.ts";
import { happened } from "../performer.ts";

/** Begins a trip to a certificate. */
export const beginEnrolment: Performer<"begin-enrolment"> = async (_context, { reason, names, csr }) =>
  happened({ kind: "enrolment.begun", reason, names, ...(csr !== undefined && { csr }) });

/** Takes the issuer's no for an answer; a fresh trip is begun later. */
export const giveUpEnrolment: Performer<"give-up-enrolment"> = async ({ world, order, now }, step) => {
  const { evidence } = step;
  const issuer = world.issuer(order.product.issuer).manifest.title;
  const refused = failure("issuer.rejected", { issuer, because: evidence }, { evidence });
  return happened({ kind: "enrolment.failed", setback: setbackFrom(refused, step, { before: undefined, now }) });
};

/** Leaves a trip behind; its key is destroyed and its proofs withdrawn. */
export const abandonEnrolment: Performer<"abandon-enrolment"> = async () => happened({ kind: "enrolment.abandoned" });

/** Declares a trip closed: its document part leaves the order next. */
export const finishEnrolment: Performer<"finish-enrolment"> = async () => happened({ kind: "enrolment.finished" });

/** Ends the order. */
export const end: Performer<"end"> = async (_context, { because }) => happened({ kind: "order.ended", because });

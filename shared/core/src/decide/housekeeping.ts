import type { EnrolmentPhase, KeyPlace } from "../orders/enrolment.ts";
import type { Order } from "../orders/order.ts";
import { CHAPTER_LENGTH } from "./cadence.ts";
import type { Policy } from "./decision.ts";

/** Make sure that the document stays small: what is finished leaves it. */
export const finishedEnrolmentsLeave: Policy = (order) =>
  order.enrolment?.finishedAt !== undefined || order.journal.entries.length > CHAPTER_LENGTH
    ? { kind: "close-chapter" }
    : undefined;

/** Make sure that queued messages go out. */
export const messagesAreSent: Policy = (order) => {
  const [first] = order.outbox;
  return first && { kind: "send-message", id: first.id };
};

/** Make sure that no proof stays in the world longer than it is needed. */
export const proofsAreWithdrawn: Policy = (order) => {
  const [first] = order.litter;
  return first && { kind: "withdraw-proof", proof: first };
};

const keyOf = (phase: EnrolmentPhase): KeyPlace | undefined => ("key" in phase ? phase.key : undefined);

/** A key may go as soon as it can serve no more: the sites have it, its trip has failed, or the order has ended. */
const isKeyOfNoUse = (order: Order): boolean => {
  if (order.state.kind === "ended") return true;
  const kind = order.enrolment?.phase.kind;
  return kind === "failed" || (kind === "proven" && order.wishes.installations.length > 0);
};

/** Make sure that we keep no private key a moment longer than it is needed. */
export const keysAreDestroyed: Policy = (order) => {
  if (!isKeyOfNoUse(order)) return undefined;
  const { enrolment, certificate } = order;
  const underWay = enrolment && keyOf(enrolment.phase);
  if (enrolment && underWay?.kind === "vault")
    return { kind: "destroy-key", enrolment: enrolment.number, ref: underWay.ref };
  if (order.state.kind === "ended" && certificate?.key.kind === "vault")
    return { kind: "destroy-key", enrolment: certificate.enrolment, ref: certificate.key.ref };
  return undefined;
};

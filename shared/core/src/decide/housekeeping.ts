import type { ErasableKey, KeyPlace } from "../orders/enrolment.ts";
import type { Order } from "../orders/order.ts";
import { CHAPTER_LENGTH } from "./cadence.ts";
import type { Policy } from "./decision.ts";
import type { Step } from "./step.ts";

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

/** Make sure that no site stays in the middle of a change that its trip has left behind. */
export const halfInstalledIsUndone: Policy = ({ undo }) => {
  const [first] = undo;
  return first && { kind: "undo-left-behind", ...first };
};

type Held = { readonly enrolment: number; readonly key: KeyPlace };

const keyUnderWay = ({ enrolment }: Order): Held | undefined =>
  enrolment && "key" in enrolment.phase && enrolment.phase.key !== undefined
    ? { enrolment: enrolment.number, key: enrolment.phase.key }
    : undefined;

const liveKey = ({ certificate }: Order): Held | undefined =>
  certificate && { enrolment: certificate.enrolment, key: certificate.key };

const erased = (held: Held | undefined, kinds: readonly ErasableKey["kind"][]): Step | undefined => {
  const kind = kinds.find((one) => one === held?.key.kind);
  return held && kind && { kind: "destroy-key", enrolment: held.enrolment, key: held.key as ErasableKey };
};

/** The key of a trip that has not come to a proven certificate, and now never will. */
const lostCause = (order: Order): boolean => {
  const kind = order.enrolment?.phase.kind;
  if (kind === "failed" || kind === "abandoned") return true;
  return order.state.kind === "ended" && kind !== undefined && kind !== "proven";
};

/** Make sure that we keep no private key a moment longer than it is needed, and leave none of a lost trip anywhere. */
export const keysAreDestroyed: Policy = (order) => {
  const [spent] = order.spentKeys;
  if (spent !== undefined) return { kind: "destroy-key", ...spent };
  const underWay = keyUnderWay(order);
  const leaving = erased(underWay, ["leaving"]) ?? erased(liveKey(order), ["leaving"]);
  if (leaving !== undefined) return leaving;
  if (lostCause(order)) return erased(underWay, ["vault", "host"]);
  if (order.state.kind === "ended") return erased(underWay, ["vault"]) ?? erased(liveKey(order), ["vault"]);
  const isInstalled = order.enrolment?.phase.kind === "proven" && order.wishes.installations.length > 0;
  return isInstalled ? erased(underWay, ["vault"]) : undefined;
};

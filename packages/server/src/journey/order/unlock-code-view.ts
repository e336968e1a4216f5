import type { JournalEntry, Order } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";

/** What became of the code that opens the archive of the newest certificate's key. */
export type UnlockCodeView =
  | { readonly kind: "ready" }
  | { readonly kind: "used"; readonly at: Instant }
  | { readonly kind: "none" };

type Holding = { readonly enrolment: number; readonly place: string };

const holdingOf = ({ enrolment, certificate }: Order): Holding | undefined => {
  if (enrolment !== undefined && "certificate" in enrolment.phase)
    return { enrolment: enrolment.number, place: enrolment.phase.key.kind };
  return certificate && { enrolment: certificate.enrolment, place: certificate.key.kind };
};

/** Nothing before the first certificate, and where the key goes onto its sites. */
export const toUnlockCodeView = (order: Order, journal: readonly JournalEntry[]): UnlockCodeView | undefined => {
  const holding = holdingOf(order);
  if (holding === undefined || order.wishes.installations.length > 0) return undefined;
  if (holding.place === "vault") return { kind: "ready" };
  const given = journal.findLast(
    ({ event }) => event.kind === "key.handed-over" && event.enrolment === holding.enrolment,
  );
  return given ? { kind: "used", at: given.at } : { kind: "none" };
};

import type { CustomerId, OrderId, PartnerId } from "../identifiers.ts";
import type { Enrolment } from "./enrolment.ts";
import type { JournalEntry } from "./journal.ts";

/**
 * A closed part of an order's life: a finished enrolment with the journal up to its end. Written once and never changed.
 * An order document that starts the next enrolment is thereby as small in year five as on the first day.
 */
export type Chapter = {
  readonly order: OrderId;
  readonly partner: PartnerId;
  readonly customer: CustomerId;
  /** Counted from 1. */
  readonly number: number;
  readonly enrolment?: Enrolment;
  readonly entries: readonly JournalEntry[];
};

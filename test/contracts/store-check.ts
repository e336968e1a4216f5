import { rejects } from "node:assert/strict";
import type { ErrorCode, OrderId, Scope, Store } from "@hostseal/core";
import { asId, isFailure } from "@hostseal/core";

/** A fresh, empty store, and a hand on the clock its leases run by. */
export type StoreSubject = {
  readonly store: Store;
  passTime(milliseconds: number): void;
};

/** One promise of the Store port. `run` rejects with an `AssertionError` when it is not kept. */
export type StoreCheck = {
  /** Completes the sentence "The store …". */
  readonly name: string;
  run(subject: StoreSubject): Promise<void>;
};

export const everything: Scope = { kind: "everything" };

/** The orders `prefix-00`, `prefix-01` … */
export const idsFrom = (prefix: string, count: number): readonly OrderId[] =>
  Array.from({ length: count }, (_, step) => asId<OrderId>(`${prefix}-${String(step).padStart(2, "0")}`));

export const failsWith = async (code: ErrorCode, attempt: Promise<unknown>): Promise<void> =>
  rejects(attempt, (error) => isFailure(error, code));

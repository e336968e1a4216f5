import type { Instant } from "@hostseal/rules";
import type { CustomerId, OrderId, PartnerId } from "../identifiers.ts";
import type { Chapter } from "../orders/chapter.ts";
import type { Order } from "../orders/order.ts";

/**
 * Remembers orders. One order is one document; whatever must change together lives in it.
 *
 * Every write that resolved survives `kill -9` and, by design, a power cut. Reads see all writes that resolved before.
 * A version is a number that grows by one with each write of an order; 0 stands for "not there yet".
 *
 * A `Scope` goes with every read by a person, and an order outside it does not exist for the caller. Only the scheduler
 * asks without one.
 *
 * Failures: `store.stale` (the version is not the expected one; nothing was written), `store.corrupt` (names the
 * document; others are unaffected), `store.full`, `store.locked` (at opening).
 */
export interface Store {
  get(id: OrderId, scope: Scope): Promise<StoredOrder | undefined>;
  /** Compare-and-set; gives the new version. */
  put(order: Order, expectedVersion: number): Promise<number>;
  /** Orders of the scope, by id, in pages. Writing in between neither repeats nor drops an order that stays. */
  query(query: OrderQuery): Promise<OrderPage>;
  /** Orders to be looked at: their time has come, or they were last decided under another rules edition. Earliest first. */
  due(request: DueRequest): Promise<readonly OrderId[]>;
  /** When the next order becomes due; nothing when none ever does. */
  nextDue(): Promise<Instant | undefined>;

  /**
   * Keeps a finished chapter. The same chapter again is success. One that its order does not know yet (a crash came in
   * between) may be replaced by a longer one with the same beginning; anything else under its number is `store.stale`.
   */
  archive(chapter: Chapter): Promise<void>;
  /** The finished chapters of an order, oldest first. Those a crash left without their order's knowledge are not given. */
  chapters(id: OrderId, scope: Scope): AsyncIterable<Chapter>;

  readonly claims?: Claims;
  close(): Promise<void>;
}

/** `everything` is for the scheduler and the operator; a person always has a partner. */
export type Scope =
  | { readonly kind: "everything" }
  | { readonly kind: "partner"; readonly partner: PartnerId }
  | { readonly kind: "customer"; readonly partner: PartnerId; readonly customer: CustomerId };

export type StoredOrder = { readonly order: Order; readonly version: number };

export type OrderQuery = {
  readonly scope: Scope;
  readonly state?: Order["state"]["kind"];
  /** Orders that hold this name, exactly. */
  readonly name?: string;
  readonly after?: OrderId;
  readonly limit: number;
};
export type OrderPage = { readonly orders: readonly Order[]; readonly next: OrderId | undefined };

export type DueRequest = { readonly now: Instant; readonly rulesEdition: string; readonly limit: number };

/** For several workers: who may take the long steps of an order. */
export interface Claims {
  /** Nothing when another worker holds it. The fence grows with every claim of an order. */
  claim(id: OrderId, worker: string, leaseMilliseconds: number): Promise<Claim | undefined>;
  /** False when the lease was lost in between. */
  extend(claim: Claim, leaseMilliseconds: number): Promise<boolean>;
  release(claim: Claim): Promise<void>;
  /** Whether this claim is still the newest one; a late worker with an old fence learns it here. */
  holds(claim: Claim): Promise<boolean>;
}
export type Claim = { readonly order: OrderId; readonly worker: string; readonly fence: number };

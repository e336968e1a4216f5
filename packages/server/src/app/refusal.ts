/** Why a page is not shown, where it is no failure of the product. */
export type RefusalReason =
  | "signed-out"
  | "foreign-form"
  | "not-found"
  | "sign-on-refused"
  | "too-many"
  | "link-over"
  | "share-over"
  | "code-gone";

/** Thrown by routes; the page for it is made in one place. */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: RefusalReason;

  constructor(status: number, reason: RefusalReason) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }
}

export const refusal = (status: number, reason: RefusalReason): Refusal => new Refusal(status, reason);

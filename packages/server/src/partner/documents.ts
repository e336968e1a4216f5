/** What a change makes of a document, and what it answers; nothing as `document` leaves it as it is. */
export type Change<Result> = { readonly document?: unknown; readonly result: Result };

/**
 * Keeps what belongs to the partner and to no order: small named documents, as JSON. A change that resolved survives
 * `kill -9`. Names are of letters, digits, dashes and dots.
 */
export type Documents = {
  /** Nothing when there is none. */
  read(name: string): Promise<unknown>;
  /** Nobody reads or writes the document in between, in this process or another. */
  change<Result>(name: string, work: (present: unknown) => Change<Result>): Promise<Result>;
};

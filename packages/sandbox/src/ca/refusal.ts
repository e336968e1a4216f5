/**
 * Every reason for which the authority turns a request down, with the HTTP status its faces give it.
 * Faces write the code in their own way; the words are for a person who reads logs.
 */
const REFUSALS = {
  "credential-unknown": 401,
  "credential-suspended": 403,
  "funds-short": 402,
  "order-unknown": 404,
  "validation-unknown": 404,
  "link-unknown": 404,
  "not-issued": 409,
  "already-issued": 409,
  "already-proven": 409,
  "order-closed": 409,
  "request-differs": 409,
  "field-invalid": 422,
  "product-unknown": 422,
  "term-not-sold": 422,
  "name-invalid": 422,
  "wildcard-not-sold": 422,
  "names-too-many": 422,
  "csr-invalid": 422,
  "csr-names-differ": 422,
  "key-weak": 422,
  "key-compromised": 422,
  "key-reused": 422,
  "method-refused": 422,
  "mailbox-refused": 422,
  "organisation-missing": 422,
  "reason-refused": 422,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A request that was turned down. Nothing has changed when it is thrown. Made by `refuse`. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;

  constructor(code: RefusalCode, explanation: string) {
    super(explanation);
    this.code = code;
  }

  get status(): number {
    return REFUSALS[this.code];
  }
}

export const refuse = (code: RefusalCode, explanation: string): Refusal => new Refusal(code, explanation);

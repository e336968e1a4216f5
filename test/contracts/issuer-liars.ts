import type { IssuerLiar } from "./issuer-liar.ts";
import { failingLiars } from "./issuer-liars-failing.ts";
import { issuingLiars } from "./issuer-liars-issuing.ts";
import { keepingLiars } from "./issuer-liars-keeping.ts";
import { orderingLiars } from "./issuer-liars-ordering.ts";
import { spendingLiars } from "./issuer-liars-spending.ts";

/** Wrong drivers, each in one way, for nearly every promise of the contract. */
export const issuerLiars: readonly IssuerLiar[] = [
  ...orderingLiars,
  ...issuingLiars,
  ...spendingLiars,
  ...keepingLiars,
  ...failingLiars,
];

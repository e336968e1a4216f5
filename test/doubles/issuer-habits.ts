import type { Money, ValidationProblem } from "@hostseal/core";
import type { Instant } from "@hostseal/rules";

/** How the issuer does its work; each is asked whenever it matters. */
export type IssuerHabits = {
  readonly balance: () => Money;
  /** Whether somebody follows the link in an approval message. */
  readonly approves: () => boolean;
  /** Whether the organisation has been called by now. */
  readonly organisationIsChecked: () => boolean;
  /** Whether it says already what it wants to see. */
  readonly tellsArtefacts: () => boolean;
  /** Whether it looks for proofs when it is asked to. */
  readonly examines: () => boolean;
  /** Whether it looks for proofs also without being asked. */
  readonly examinesByItself: boolean;
  /** Why it does not accept a proof that is there, if it does not. */
  readonly objects: () => ValidationProblem | undefined;
  /** Whether it makes the certificate at once when everything is shown. */
  readonly issuesAtOnce: () => boolean;
  /** When it advises to replace a certificate; without it there is no adviser. */
  readonly advice?: () => { readonly start: Instant; readonly end: Instant } | undefined;
  /** Whether it ever tells when the licence ends. */
  readonly tellsLicence: boolean;
};

/** An issuer that does at once what it is asked for, and people who do their part. */
export const usualHabits: IssuerHabits = {
  balance: () => ({ amount: 1_000_000, currency: "EUR" }),
  approves: () => true,
  organisationIsChecked: () => true,
  tellsArtefacts: () => true,
  examines: () => true,
  examinesByItself: true,
  objects: () => undefined,
  issuesAtOnce: () => true,
  tellsLicence: true,
};

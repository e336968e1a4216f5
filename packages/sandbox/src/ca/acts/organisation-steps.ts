import type { OrganisationCheck, Product } from "@hostseal/core";
import type { Instant, Level } from "@hostseal/rules";
import { identityReuseUntil } from "@hostseal/rules";
import type { Desk } from "../desk.ts";
import type { CaOrder, OrganisationStep } from "../orders/order.ts";

/** What is checked at each level, in this order (BR §3.2.2.1, EVG §3.2.2). */
const CHECKS: Readonly<Record<Level, readonly OrganisationCheck[]>> = {
  dv: [],
  ov: ["legal-existence", "address", "phone-callback", "requester-authority"],
  ev: ["legal-existence", "address", "phone-callback", "requester-authority", "contract-signer"],
};

/** The checks of a product from the beginning; with a date each when the authority does them by itself. */
export const beginOrganisation = (desk: Desk, { level }: Product): readonly OrganisationStep[] => {
  const { organisationStepTime: time } = desk.habits;
  const now = desk.clock.now();
  return CHECKS[level].map((check, index) =>
    time === undefined ? { check } : { check, doneAt: now + time * (index + 1) },
  );
};

/** The checks for a reissue: the old ones as long as they may serve again, else all from the beginning (BR §4.2.1). */
export const renewOrganisation = (desk: Desk, { product, organisationSteps }: CaOrder): readonly OrganisationStep[] => {
  const { brand, level } = product;
  const now = desk.clock.now();
  const serves = (verifiedAt: Instant): boolean => identityReuseUntil({ verifiedAt, brand, level }) >= now;
  const usable = organisationSteps.every(({ doneAt }) => doneAt === undefined || doneAt > now || serves(doneAt));
  return usable ? organisationSteps : beginOrganisation(desk, product);
};
